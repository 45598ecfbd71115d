import { useTranslation } from "react-i18next"
import {
  ITEM_MOMENTS,
  type ItemMoment,
  RETURN_KINDS,
  type ReturnKind,
  type ReturnMoment,
} from "../../../../types/campaign-trigger"
import { ChoiceInput, NumberInput, TextInput } from "../inputs/inputs"
import { ValuesInput } from "../inputs/values-input"
import type { TriggerForm } from "./trigger-form"

type MomentInputProps = { value: ItemMoment; onChange: (moment: ItemMoment) => void }

function MomentInput({ value, onChange }: MomentInputProps) {
  const { t } = useTranslation("engage")
  return (
    <ChoiceInput
      label={t("campaignTriggers.moment.label")}
      value={value}
      options={ITEM_MOMENTS.map((moment) => [moment, t(`campaignTriggers.moment.${moment}`)])}
      onChange={(moment) => onChange(moment as ItemMoment)}
    />
  )
}

export const ItemOrdered: TriggerForm<"item_ordered"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ValuesInput
        label={t("campaignTriggers.products")}
        attribute="product"
        values={trigger.products}
        onChange={(products) => onChange({ products })}
      />
      <MomentInput value={trigger.moment} onChange={(moment) => onChange({ moment })} />
    </>
  )
}

const ANY = "any"

/** What comes back by itself, for something else, or because something was wrong. */
export const Returned: TriggerForm<ReturnMoment> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <ChoiceInput
      label={t("campaignTriggers.returned.label")}
      value={trigger.kind ?? ANY}
      options={[ANY, ...RETURN_KINDS].map((kind) => [kind, t(`campaignTriggers.returned.${kind}`)])}
      onChange={(kind) => onChange({ kind: kind === ANY ? undefined : (kind as ReturnKind) })}
    />
  )
}

export const CategoryOrdered: TriggerForm<"category_ordered"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ValuesInput
        label={t("campaignTriggers.categories")}
        hint={t("campaignTriggers.below")}
        attribute="product.category"
        values={trigger.categories}
        onChange={(categories) => onChange({ categories })}
      />
      <MomentInput value={trigger.moment} onChange={(moment) => onChange({ moment })} />
    </>
  )
}

export const PromoUsed: TriggerForm<"promo_used"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <TextInput
      label={t("campaignTriggers.code")}
      hint={t("campaignTriggers.emptyAny")}
      value={trigger.code}
      onChange={(code) => onChange({ code }, "code")}
    />
  )
}

export const PromoUnused: TriggerForm<"promo_unused"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <NumberInput
      label={t("campaignTriggers.daysBeforeEnd")}
      hint={t("campaignTriggers.daysBeforeEndHint")}
      min={0}
      max={365}
      value={trigger.days}
      onChange={(days) => onChange({ days }, "days")}
    />
  )
}

/** Of every trigger that counts days since something. */
export const DaysSince: TriggerForm<"days_since_order" | "days_since_visit"> = ({
  trigger,
  onChange,
}) => {
  const { t } = useTranslation("engage")
  return (
    <NumberInput
      label={t("campaignTriggers.days")}
      min={1}
      max={3_650}
      value={trigger.days}
      onChange={(days) => onChange({ days }, "days")}
    />
  )
}
