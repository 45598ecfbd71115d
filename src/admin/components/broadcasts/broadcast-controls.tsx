import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import { type BroadcastAction, useBroadcastAction } from "../../hooks/api/broadcasts"
import { useFormat } from "../../hooks/use-format"
import { ReviseDialog } from "./revise-dialog"

/** Holds, continues or ends a broadcast that is being sent, and sends again what failed. */
export function BroadcastControls({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const action = useBroadcastAction(broadcast.id)
  const { status, progress } = broadcast
  const act = (name: BroadcastAction) =>
    action.mutate(name, { onError: (error) => void toast.error(error.message) })

  const onCancel = async () => {
    const sure = await prompt({
      title: t("broadcasts.cancel.title"),
      description: t("broadcasts.cancel.description", {
        waiting: format.number(progress?.waiting),
      }),
      confirmText: t("broadcasts.cancel.confirm"),
      cancelText: t("broadcasts.cancel.keep"),
    })
    if (sure) act("cancel")
  }

  const moving = status === "sending" || status === "freezing"
  const failed = progress?.failed ?? 0
  return (
    <>
      {moving && (
        <Button
          size="small"
          variant="secondary"
          isLoading={action.isPending}
          onClick={() => act("pause")}
        >
          {t("broadcasts.pause")}
        </Button>
      )}
      {status === "paused" && !broadcast.plan.ab && <ReviseDialog broadcast={broadcast} />}
      {status === "paused" && (
        <Button size="small" isLoading={action.isPending} onClick={() => act("resume")}>
          {t("broadcasts.resume")}
        </Button>
      )}
      {(moving || status === "paused") && (
        <Button size="small" variant="danger" disabled={action.isPending} onClick={onCancel}>
          {t("broadcasts.cancel.button")}
        </Button>
      )}
      {failed > 0 && !moving && status !== "paused" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={action.isPending}
          onClick={() => act("retry")}
        >
          {t("broadcasts.retry", { count: failed, number: format.number(failed) })}
        </Button>
      )}
    </>
  )
}
