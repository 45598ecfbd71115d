import { useTranslation } from "react-i18next"
import { NumberInput } from "../inputs/inputs"
import { ValuesInput } from "../inputs/values-input"
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
