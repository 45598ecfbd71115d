import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { WebhookDelivery } from "../../../types/webhook"

const COLOR = { waiting: "grey", retrying: "orange", done: "green", failed: "red" } as const

/** What came of a call, with the other side's status. */
export function DeliveryState({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation("engage")
  const { state, last_error, last_status } = delivery
  const shown = state === "waiting" && last_error ? "retrying" : state
  return (
    <StatusBadge color={COLOR[shown]}>
      {t(`webhooks.delivery.${shown}`)}
      {last_status ? ` · ${last_status}` : ""}
    </StatusBadge>
  )
}
