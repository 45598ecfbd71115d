import { useEffect, useRef, useState } from "react"
import { useDebounced } from "./use-debounced"

const PAUSE_MS = 1_200

export type SaveState = { state: "saved" | "saving" | "waiting" | "failed"; error?: string }

/** Saves that wait for each other, so that no older draft is written over a newer one. */
export function useInTurn<Draft>(save: (draft: Draft) => Promise<unknown>) {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return (draft: Draft): Promise<unknown> => {
    const next = last.current.then(() => save(draft))
    last.current = next.catch(() => undefined)
    return next
  }
}

/**
 * Saves a draft a moment after the last change, one save at a time; what cannot be saved is tried again with the next change.
 * @param draft - the same object for as long as nothing is changed
 * @param ready - whether a draft can be saved as it is; what is not waits for the next change
 * @param pause - how long nothing has to change before it is saved, in milliseconds
 */
export function useAutosave<Draft>(
  draft: Draft,
  save: (draft: Draft) => Promise<unknown>,
  ready: (draft: Draft) => boolean,
  pause = PAUSE_MS
): SaveState {
  const [saved, setSaved] = useState(draft)
  const [failed, setFailed] = useState<{ draft: Draft; error: string }>()
  const [saving, setSaving] = useState(false)
  const settled = useDebounced(draft, pause)
  const latest = useRef(saved)

  useEffect(() => {
    if (saving || settled === latest.current || settled === failed?.draft || !ready(settled)) return
    setSaving(true)
    void save(settled)
      .then(
        () => {
          latest.current = settled
          setSaved(settled)
          setFailed(undefined)
        },
        (error: Error) => setFailed({ draft: settled, error: error.message })
      )
      .finally(() => setSaving(false))
  }, [settled, saving, failed])

  if (draft === saved) return { state: "saved" }
  if (saving) return { state: "saving" }
  return failed?.draft === draft ? { state: "failed", error: failed.error } : { state: "waiting" }
}
