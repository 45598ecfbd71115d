import { useTranslation } from "react-i18next"
import { ORDER_DAYS, type OrderDay } from "../../../../types/campaign-trigger"
import { FieldInput } from "../inputs/field-input"
import { ChoiceInput, NumberInput, ToggleInput } from "../inputs/inputs"
import { DayInput } from "./dates"
import type { TriggerForm } from "./trigger-form"

export const DaysSinceReceipt: TriggerForm<"days_since_receipt"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <NumberInput
        label={t("campaignTriggers.days")}
        min={1}
        max={3_650}
        value={trigger.days}
        onChange={(days) => onChange({ days }, "days")}
      />
      <ChoiceInput
        label={t("campaignTriggers.receipt.label")}
        value={trigger.of}
        options={(["paid", "delivered"] as const).map((of) => [
          of,
          t(`campaignTriggers.moment.${of}`),
        ])}
        onChange={(of) => onChange({ of: of as typeof trigger.of })}
      />
    </>
  )
}

export const OrderDate: TriggerForm<"order_date"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.orderDay.label")}
        value={trigger.of}
        options={ORDER_DAYS.map((of) => [of, t(`campaignTriggers.orderDay.${of}`)])}
        onChange={(of) => onChange({ of: of as OrderDay })}
      />
      {trigger.of === "field" && (
        <FieldInput
          dates
          purchases
          value={trigger.field}
          onChange={(field) => onChange({ field })}
        />
      )}
      <DayInput trigger={trigger} onChange={onChange} />
      <ToggleInput
        label={t("campaignTriggers.orderDay.onlyPaid")}
        value={trigger.paid}
        onChange={(paid) => onChange({ paid })}
      />
    </>
  )
}

export const OrderExpected: TriggerForm<"order_expected"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <NumberInput
        label={t("campaignTriggers.expected.orders")}
        hint={t("campaignTriggers.expected.hint")}
        min={2}
        max={50}
        value={trigger.min_orders}
        onChange={(min_orders) => onChange({ min_orders }, "min_orders")}
      />
      <NumberInput
        label={t("campaignTriggers.expected.sure")}
        hint={t("campaignTriggers.expected.sureHint")}
        min={0}
        max={99}
        value={trigger.min_confidence ?? 0}
        onChange={(min_confidence) => onChange({ min_confidence }, "min_confidence")}
      />
      <DayInput trigger={trigger} onChange={onChange} />
    </>
  )
}
