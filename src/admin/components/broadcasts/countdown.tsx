import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import { useBroadcastAction } from "../../hooks/api/broadcasts"
import { Time } from "../common/values"

/** When a scheduled broadcast starts, and what kept it from starting. */
export function Countdown({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  return (
    <>
      {t("broadcastPlan.scheduled.starts")} <Time at={broadcast.collect_at} /> (
      <Time at={broadcast.collect_at} style="relative" />)
      {broadcast.note && (
        <Text as="span" size="small" className="text-ui-fg-error block" role="alert">
          {t("broadcastPlan.scheduled.stuck", { note: broadcast.note })}
        </Text>
      )}
    </>
  )
}

/** Makes a scheduled broadcast a draft again. */
export function TakeBack({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const action = useBroadcastAction(broadcast.id)
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={action.isPending}
      onClick={() =>
        // The button is gone by then, and with it what `mutate` would call.
        action.mutateAsync("cancel").then(
          () => toast.success(t("broadcastPlan.scheduled.canceled")),
          (error: Error) => toast.error(error.message)
        )
      }
    >
      {t("broadcastPlan.scheduled.cancel")}
    </Button>
  )
}
