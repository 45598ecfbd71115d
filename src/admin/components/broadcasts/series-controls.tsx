import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { BroadcastSeries, SeriesAction } from "../../../types/broadcast-series"
import { useSteerSeries } from "../../hooks/api/broadcast-series"

type SeriesControlsProps = { id: string; next: NonNullable<BroadcastSeries["next"]> }

/** Holds, resumes or ends the runs of a repeating broadcast. */
export function SeriesControls({ id, next }: SeriesControlsProps) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const navigate = useNavigate()
  const steer = useSteerSeries(id, next.id)

  const act = async (action: SeriesAction) => {
    // The run that is to come is deleted by an end, and its page with it.
    if (action === "end" && next.id === id) navigate("/engage/broadcasts", { replace: true })
    await steer.mutateAsync(action).then(
      () => toast.success(t(`broadcastPlan.series.done.${action}`)),
      (error: Error) => toast.error(error.message)
    )
  }
  const onEnd = async () => {
    const sure = await prompt({
      title: t("broadcastPlan.series.endTitle"),
      description: t("broadcastPlan.series.endDescription"),
      confirmText: t("broadcastPlan.series.endConfirm"),
      cancelText: t("actions.cancel"),
    })
    if (sure) await act("end")
  }

  const other = next.status === "scheduled" ? "pause" : "resume"
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={steer.isPending}
        onClick={() => act(other)}
      >
        {t(`broadcastPlan.series.${other}`)}
      </Button>
      <Button size="small" variant="secondary" disabled={steer.isPending} onClick={onEnd}>
        {t("broadcastPlan.series.end")}
      </Button>
    </>
  )
}
