import { useState } from "react"
import type { SendingChannel } from "../../../types/common"
import { type TemplateInput, useSaveTemplate, useTemplatePreview } from "../../hooks/api/templates"
import { useAutosave } from "../../hooks/use-autosave"
import { useDebounced } from "../../hooks/use-debounced"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { useUndo } from "../../hooks/use-undo"
import { changeIn, draftIn } from "../../lib/template-languages"

/**
 * A template that is being written: its draft, which can be undone and is saved by itself as long as it has a name, the
 * language that is written in, and the preview as a person gets it.
 */
export function useTemplateDraft(id: string, initial: TemplateInput, channel?: SendingChannel) {
  const history = useUndo(initial)
  const draft = history.value
  const { mutateAsync } = useSaveTemplate(id)
  const save = useAutosave(draft, mutateAsync, ({ name }) => name.trim() !== "")
  useLeaveGuard(save.state !== "saved")

  const [profileId, setProfileId] = useState<string>()
  const [chosen, setLanguage] = useState<string | null>(null)
  // What was undone may have been the language itself.
  const language = draft.languages?.some((one) => one.language === chosen) ? chosen : null
  const { name: _, ...content } = useDebounced(draft)
  const preview = useTemplatePreview(
    { ...content, ...(channel && { channel }) },
    profileId,
    language
  )

  /** Changes what is written in the language; changes of one `tag` that follow each other are undone as one. */
  const change = (
    edit: (before: TemplateInput) => Partial<TemplateInput> | null | undefined,
    tag?: string
  ) =>
    history.set(
      (before) => {
        const changes = edit(draftIn(before, language))
        return changes ? changeIn(before, language, changes) : before
      },
      tag && `${language} ${tag}`
    )

  return {
    history,
    draft,
    /** The draft as it reads in the chosen language. */
    written: draftIn(draft, language),
    /** Without its name, and settled for a moment. */
    content,
    save,
    language,
    setLanguage,
    profileId,
    setProfileId,
    preview,
    change,
    set: (changes: Partial<TemplateInput>, tag?: string) => change(() => changes, tag),
  }
}

export type TemplateDraft = ReturnType<typeof useTemplateDraft>
