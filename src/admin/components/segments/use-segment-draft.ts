import { toast, usePrompt } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Rules } from "../../../rules/ast"
import type { Segment } from "../../../types/segment"
import { useSaveSegment } from "../../hooks/api/segments"
import { useKeptDraft } from "../../hooks/use-drafts"
import { useUndo } from "../../hooks/use-undo"
import type { Draft } from "../../lib/drafts"
import { same } from "../../lib/same"

export type SegmentDraft = { name: string; description: string; folder: string; rules: Rules }
/** What is kept of one: all of a new segment, of an existing one what was changed, and from which version of its rule. */
export type KeptSegment = { change: Partial<SegmentDraft>; version?: number }

/** Where the drafts of a segment are kept; those of new ones have one place. */
export const segmentPlace = (id?: string) => `segment:${id ?? "new"}`

/**
 * A segment while it is being edited. It is kept in this browser until it is saved; the segment itself stays as it is
 * until then, as campaigns and customer groups follow it.
 * @param version - of the rule that `initial` has; none for a new segment
 */
export function useSegmentDraft(id: string | undefined, initial: SegmentDraft, version?: number) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const save = useSaveSegment(id)
  const [start] = useState(initial)
  const [base, setBase] = useState(version)
  const [texts, setTexts] = useState<Omit<SegmentDraft, "rules">>(start)
  const [finished, setFinished] = useState(false)
  const history = useUndo(start.rules)
  const draft = useMemo<SegmentDraft>(
    () => ({
      name: texts.name,
      description: texts.description,
      folder: texts.folder,
      rules: history.value,
    }),
    [texts, history.value]
  )
  const change = useMemo(() => changesOf(start, draft), [start, draft])
  const dirty = Object.keys(change).length > 0
  const unsaved = useMemo<KeptSegment | null>(
    () => (dirty && !finished ? { change: id ? change : draft, version: base } : null),
    [dirty, finished, id, change, draft, base]
  )
  const kept = useKeptDraft(segmentPlace(id), unsaved)

  const goOn = (old: Draft<KeptSegment>) => {
    const next = { ...start, ...old.value.change }
    kept.take(old.id)
    setTexts(next)
    setBase(old.value.version)
    history.set(next.rules)
  }

  const onSave = async (): Promise<Segment | undefined> => {
    const input = trimmed(id ? change : draft)
    try {
      const { segment } = await save
        .mutateAsync(id && change.rules ? { ...input, version: base } : input)
        .catch(async (error: Error & { status?: number }) => {
          if (error.status !== 409 || !(await overwrites())) throw error
          return save.mutateAsync(input)
        })
      setFinished(true)
      toast.success(t("segments.saved"))
      return segment
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  const overwrites = () =>
    prompt({
      title: t("segments.draft.conflictTitle"),
      description: t("segments.draft.conflictText"),
      confirmText: t("segments.draft.conflictSave"),
      cancelText: t("segments.draft.keepEditing"),
    })

  /** Whether the page may be left: what is unsaved is thrown away, if that is what was meant. */
  const onCancel = async (): Promise<boolean> => {
    const leaves =
      !dirty ||
      (await prompt({
        title: t("segments.draft.cancelTitle"),
        description: t(id ? "segments.draft.cancelText" : "segments.draft.cancelNewText"),
        confirmText: t("drafts.discard"),
        cancelText: t("segments.draft.keepEditing"),
      }))
    if (leaves) setFinished(true)
    return leaves
  }

  return { texts, setTexts, history, dirty, kept, goOn, saving: save.isPending, onSave, onCancel }
}

const PARTS = ["name", "description", "folder", "rules"] as const

function changesOf(start: SegmentDraft, draft: SegmentDraft): Partial<SegmentDraft> {
  return Object.fromEntries(
    PARTS.filter((part) => !same(start[part], draft[part])).map((part) => [part, draft[part]])
  )
}

function trimmed<T extends Partial<SegmentDraft>>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).map(([part, value]) => [
      part,
      typeof value === "string" ? value.trim() : value,
    ])
  ) as T
}
