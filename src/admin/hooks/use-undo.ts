import { useCallback, useEffect, useRef, useState } from "react"

type History<T> = { past: T[]; present: T; future: T[] }

const LIMIT = 100
const MERGE_MS = 800

/**
 * A value with undo and redo, also by ⌘Z / ⇧⌘Z or ⌘Y (Ctrl elsewhere) while no text field has the focus. Edits with the same `tag` that follow each other
 * quickly, such as typing, count as one step.
 */
export function useUndo<T>(initial: T) {
  const [history, setHistory] = useState<History<T>>({ past: [], present: initial, future: [] })
  const last = useRef<{ tag?: string; at: number }>({ at: 0 })

  const set = useCallback((next: T | ((before: T) => T), tag?: string) => {
    const merge =
      tag !== undefined && last.current.tag === tag && Date.now() - last.current.at < MERGE_MS
    last.current = { tag, at: Date.now() }
    setHistory(({ past, present }) => ({
      past: merge ? past : [...past.slice(-LIMIT), present],
      present: next instanceof Function ? next(present) : next,
      future: [],
    }))
  }, [])

  const undo = useCallback(() => {
    last.current = { at: 0 }
    setHistory((h) =>
      h.past.length
        ? {
            past: h.past.slice(0, -1),
            present: h.past[h.past.length - 1],
            future: [h.present, ...h.future],
          }
        : h
    )
  }, [])

  const redo = useCallback(() => {
    last.current = { at: 0 }
    setHistory((h) =>
      h.future.length
        ? { past: [...h.past, h.present], present: h.future[0], future: h.future.slice(1) }
        : h
    )
  }, [])

  /** Starts over from a value that was loaded or saved. */
  const reset = useCallback((value: T) => setHistory({ past: [], present: value, future: [] }), [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.metaKey || event.ctrlKey) || event.altKey || !["z", "y"].includes(key)) return
      // In a text field the keys belong to the text.
      if (isTextField(event.target)) return
      event.preventDefault()
      if (key === "y" || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [undo, redo])

  return {
    value: history.present,
    set,
    reset,
    undo,
    redo,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  }
}

const WITHOUT_TEXT = ["button", "checkbox", "radio", "range", "color", "file", "submit", "reset"]

/** Whether what is typed belongs to a text that is being written. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}
