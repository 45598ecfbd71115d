import { useEffect, useState } from "react"
import { type Draft, draftKey, draftsOf, dropDraft, keepDraft } from "../lib/drafts"

/** Drafts that this browser keeps of a place, also those that other tabs write just now. */
export function useDrafts<T>(place: string) {
  const read = () => draftsOf<T>(localStorage, place, new Date())
  const [drafts, setDrafts] = useState<Draft<T>[]>(read)
  const refresh = () => setDrafts(read())
  const drop = (id: string) => {
    dropDraft(localStorage, place, id)
    refresh()
  }
  useEffect(() => {
    window.addEventListener("storage", refresh)
    return () => window.removeEventListener("storage", refresh)
  }, [place])
  return { drafts, drop, refresh }
}

/**
 * Keeps what is being written in this browser until it is saved, so that closing the tab loses nothing.
 * @param value - `null` while nothing is unsaved; the same object for as long as nothing is changed
 * @returns whether it is kept, the drafts of before and of other tabs, and `take`, which goes on with one of them
 */
export function useKeptDraft<T>(place: string, value: T | null) {
  const [id, setId] = useState(newId)
  const [kept, setKept] = useState(false)
  const { drafts, drop, refresh } = useDrafts<T>(place)

  useEffect(() => {
    if (value === null) dropDraft(localStorage, place, id)
    setKept(value !== null && keepDraft(localStorage, place, id, value, new Date()))
  }, [place, id, value])

  // Another tab goes on with the same draft: from here on this one writes a draft of its own.
  useEffect(() => {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (newValue && key === draftKey(place, id)) setId(newId())
    }
    window.addEventListener("storage", onStorage)
    return () => window.removeEventListener("storage", onStorage)
  }, [place, id])

  const take = (next: string) => {
    setId(next)
    refresh()
  }
  return { kept, drafts: drafts.filter((draft) => draft.id !== id), drop, take }
}

/** Unlike `crypto.randomUUID` it is there without HTTPS too. */
const newId = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`
