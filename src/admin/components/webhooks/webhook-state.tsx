import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Webhook } from "../../../types/webhook"

const COLOR = { active: "green", failing: "orange", paused: "grey", stopped: "red" } as const

/** Whether a webhook is told, and whether it listens. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("engage")
  const { status, failing_since } = webhook
  const state = status === "active" && failing_since ? "failing" : status
  return <StatusBadge color={COLOR[state]}>{t(`webhooks.state.${state}`)}</StatusBadge>
}
