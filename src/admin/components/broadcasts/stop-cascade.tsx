import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import type { CascadeResult } from "../../../types/cascade"
import { useBroadcastAction } from "../../hooks/api/broadcasts"

type StopCascadeProps = { broadcast: Broadcast; channels: CascadeResult[] }

/** Ends what the other channels of a finished broadcast would still send; one that is being sent is ended as a whole. */
export function StopCascade({ broadcast: { id, status }, channels }: StopCascadeProps) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const action = useBroadcastAction(id)
  const finished = status === "completed" || status === "partly_failed"
  if (!finished || !channels.some(({ open }) => open)) return null

  const onStop = async () => {
    const sure = await prompt({
      title: t("cascade.stop.title"),
      description: t("cascade.stop.description"),
      confirmText: t("cascade.stop.confirm"),
      cancelText: t("cascade.stop.keep"),
    })
    if (sure) action.mutate("cancel", { onError: (error) => void toast.error(error.message) })
  }
  return (
    <Button size="small" variant="secondary" isLoading={action.isPending} onClick={onStop}>
      {t("cascade.stop.button")}
    </Button>
  )
}
