import { useTranslation } from "react-i18next"
import { ORDER_STATUSES, type OrderStatusKind } from "../../../../types/campaign-trigger"
import { ChoiceInput } from "../inputs/inputs"
import type { TriggerForm } from "./trigger-form"

const ANY = "any"

/** Which status of an order changes, from what to what. */
export const OrderStatus: TriggerForm<"order_status"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const options = [ANY, ...ORDER_STATUSES[trigger.kind]].map((one): [string, string] => [
    one,
    t(`campaignTriggers.status.${one}`),
  ])
  const choice = (end: "from" | "to") => (
    <ChoiceInput
      label={t(`campaignTriggers.status.${end}`)}
      value={trigger[end] ?? ANY}
      options={options}
      onChange={(value) => onChange({ [end]: value === ANY ? null : value })}
    />
  )
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.status.kind")}
        value={trigger.kind}
        options={Object.keys(ORDER_STATUSES).map((kind) => [
          kind,
          t(`campaignTriggers.status.kinds.${kind}`),
        ])}
        onChange={(kind) => onChange({ kind: kind as OrderStatusKind, from: null, to: null })}
      />
      <div className="grid grid-cols-2 items-end gap-x-2">
        {choice("from")}
        {choice("to")}
      </div>
    </>
  )
}
