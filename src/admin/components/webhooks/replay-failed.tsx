import { Button, DropdownMenu, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Webhook } from "../../../types/webhook"
import { useReplayFailed } from "../../hooks/api/webhooks"

const HOUR_MS = 3_600_000
/** Since how many hours ago, and what that is called. */
const SINCE = [
  { hours: 1, key: "hours", count: 1 },
  { hours: 24, key: "hours", count: 24 },
  { hours: 7 * 24, key: "days", count: 7 },
  { hours: 31 * 24, key: "days", count: 30 },
] as const

/** Has everything sent again that was given up. */
export function ReplayFailed({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("engage")
  const replay = useReplayFailed(webhook.id)
  const onReplay = (hours: number) =>
    replay.mutate(new Date(Date.now() - hours * HOUR_MS), {
      onSuccess: ({ deliveries: count }) =>
        count
          ? toast.success(t("webhooks.replay.done", { count }))
          : toast.info(t("webhooks.replay.none")),
      onError: (error) => void toast.error(error.message),
    })
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button
          size="small"
          variant="secondary"
          disabled={!webhook.failed}
          isLoading={replay.isPending}
        >
          {t("webhooks.replay.action")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {SINCE.map(({ hours, key, count }) => (
          <DropdownMenu.Item key={hours} onClick={() => onReplay(hours)}>
            {t(`webhooks.replay.${key}`, { count })}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
