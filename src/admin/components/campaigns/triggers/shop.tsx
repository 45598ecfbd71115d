import { useTranslation } from "react-i18next"
import { PRICE_DIRECTIONS } from "../../../../types/campaign-trigger"
import { ChoiceInput, NumberInput } from "../inputs/inputs"
import { SegmentInput } from "../inputs/segment-input"
import { ValuesInput } from "../inputs/values-input"
import { EventInput } from "./site"
import type { TriggerForm } from "./trigger-form"

function InterestDays({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const { t } = useTranslation("engage")
  return (
    <NumberInput
      label={t("campaignTriggers.interest")}
      hint={t("campaignTriggers.interestHint")}
      min={1}
      max={365}
      value={days}
      onChange={onChange}
    />
  )
}

export const BackInStock: TriggerForm<"back_in_stock"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ValuesInput
        label={t("campaignTriggers.products")}
        hint={t("campaignTriggers.noneAny")}
        attribute="product"
        values={trigger.products}
        onChange={(products) => onChange({ products })}
      />
      <InterestDays days={trigger.days} onChange={(days) => onChange({ days }, "days")} />
    </>
  )
}

export const PriceDrop: TriggerForm<"price_drop"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <NumberInput
        label={t("campaignTriggers.percent")}
        min={1}
        max={99}
        value={trigger.percent}
        onChange={(percent) => onChange({ percent }, "percent")}
      />
      <InterestDays days={trigger.days} onChange={(days) => onChange({ days }, "days")} />
    </>
  )
}

export const PriceChanged: TriggerForm<"price_changed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.price.label")}
        value={trigger.direction}
        options={PRICE_DIRECTIONS.map((one) => [one, t(`campaignTriggers.price.${one}`)])}
        onChange={(direction) => onChange({ direction: direction as typeof trigger.direction })}
      />
      <NumberInput
        label={t("campaignTriggers.percent")}
        min={1}
        max={99}
        value={trigger.percent}
        onChange={(percent) => onChange({ percent }, "percent")}
      />
      <ValuesInput
        label={t("campaignTriggers.products")}
        hint={t("campaignTriggers.noneAny")}
        attribute="product"
        values={trigger.products}
        onChange={(products) => onChange({ products })}
      />
      <SegmentInput
        label={t("campaignTriggers.date.people")}
        id={trigger.segment_id}
        onChange={(segment_id) => onChange({ segment_id })}
      />
    </>
  )
}

export const ProductEvent: TriggerForm<"product_event"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <EventInput name={trigger.name} onPick={(name) => onChange({ name })} />
      <NumberInput
        label={t("campaignTriggers.interest")}
        hint={t("campaignTriggers.productEventHint")}
        min={1}
        max={365}
        value={trigger.days}
        onChange={(days) => onChange({ days }, "days")}
      />
    </>
  )
}

export const LowStock: TriggerForm<"low_stock"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <NumberInput
      label={t("campaignTriggers.left")}
      min={1}
      max={10_000}
      value={trigger.left}
      onChange={(left) => onChange({ left }, "left")}
    />
  )
}
