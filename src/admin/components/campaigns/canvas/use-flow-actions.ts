import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignGraph, CampaignPlan } from "../../../../types/campaign-plan"
import { checkPlan } from "../../../hooks/api/campaigns"
import type { useUndo } from "../../../hooks/use-undo"
import { copySteps, keepCopied, pasteSteps, readCopied } from "../../../lib/campaign-clipboard"
import { connect, duplicateStep, insertStep, removeSteps, spins } from "../../../lib/campaign-graph"
import type { FlowActions } from "../flow-context"

/**
 * What can be done to the steps of a draft.
 * @param onNew - told of a step that was put in
 */
export function useFlowActions(
  history: ReturnType<typeof useUndo<CampaignPlan>>,
  onNew: (id: string) => void
): FlowActions {
  const { t } = useTranslation("engage")
  const plan = history.value
  const { graph } = plan

  const set = (next: CampaignGraph) => history.set((before) => ({ ...before, graph: next }))
  /** Tells how many steps have gone because nobody could come to them any more. */
  const setTelling = (next: CampaignGraph, meant = 0) => {
    const gone = Object.keys(graph.steps).filter((id) => !next.steps[id]).length
    set(next)
    if (gone > meant) toast.info(t("builder.gone", { count: gone - meant }))
  }
  const put = ({ graph: next, id }: { graph: CampaignGraph; id: string }) => {
    set(next)
    onNew(id)
  }

  return {
    insert: (place, type) => put(insertStep(graph, place, type)),
    connect: (place, to) => {
      const next = connect(graph, place, to)
      if (spins(next)) toast.warning(t("builder.spins"))
      else setTelling(next)
    },
    remove: (ids) => setTelling(removeSteps(graph, ids), ids.length),
    duplicate: (id) => put(duplicateStep(graph, id)),
    copy: (ids) => {
      const copied = copySteps(graph, ids)
      const count = Object.keys(copied.steps).length
      if (!count) return undefined
      toast.success(t("builder.copied", { count }))
      return keepCopied(copied)
    },
    paste: (place, text) => {
      const copied = readCopied(text)
      if (!copied) return void toast.info(t("builder.nothingCopied"))
      void pasteChecked(plan, () => pasteSteps(graph, place, copied)).then((done) => {
        if (!done) return toast.error(t("builder.cannotPaste"))
        set(done.graph)
        onNew(done.ids[0])
      })
    },
    undo: history.undo,
    redo: history.redo,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
  }
}

/** What was copied may come from anywhere: the server says whether it is steps. */
async function pasteChecked(
  plan: CampaignPlan,
  paste: () => { graph: CampaignGraph; ids: string[] }
): Promise<{ graph: CampaignGraph; ids: string[] } | undefined> {
  try {
    const done = paste()
    if (!done.ids.length) return undefined
    await checkPlan({ ...plan, graph: done.graph })
    return done
  } catch {
    return undefined
  }
}
