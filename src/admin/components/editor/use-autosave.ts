import { useEffect, useRef, useState } from "react"
import { type TemplateInput, useSaveTemplate } from "../../hooks/api/templates"
import { useDebounced } from "../../hooks/use-debounced"

const PAUSE_MS = 1_200

export type SaveState = { state: "saved" | "saving" | "waiting" | "failed"; error?: string }

/** Saves a template a moment after the last change, one save at a time; what cannot be saved is tried again with the next change. */
export function useAutosave(id: string, draft: TemplateInput): SaveState {
  const { mutate } = useSaveTemplate(id)
  const [saved, setSaved] = useState(draft)
  const [failed, setFailed] = useState<{ draft: TemplateInput; error: string }>()
  const [saving, setSaving] = useState(false)
  const settled = useDebounced(draft, PAUSE_MS)
  const latest = useRef(saved)

  useEffect(() => {
    if (saving || settled === latest.current || settled === failed?.draft || !settled.name.trim())
      return
    setSaving(true)
    mutate(settled, {
      onSuccess: () => {
        latest.current = settled
        setSaved(settled)
        setFailed(undefined)
      },
      onError: (error) => setFailed({ draft: settled, error: error.message }),
      onSettled: () => setSaving(false),
    })
  }, [settled, saving, failed])

  if (draft === saved) return { state: "saved" }
  if (saving) return { state: "saving" }
  return failed?.draft === draft ? { state: "failed", error: failed.error } : { state: "waiting" }
}
