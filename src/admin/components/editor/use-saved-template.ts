import { type TemplateInput, useSaveTemplate } from "../../hooks/api/templates"
import { type SaveState, useAutosave } from "../../hooks/use-autosave"

/** Saves a template by itself, as long as it has a name. */
export function useSavedTemplate(id: string, draft: TemplateInput): SaveState {
  const { mutateAsync } = useSaveTemplate(id)
  return useAutosave(draft, mutateAsync, ({ name }) => name.trim() !== "")
}
