/** Something unsaved that this browser keeps: `place` says of what, such as `segment:seg_01`. */
export type Draft<T> = { id: string; at: string; value: T }

const PREFIX = "engage.draft"
const KEPT_MS = 30 * 86_400_000

/** Where a draft lies; a place has one for each tab in which it is being written. */
export const draftKey = (place: string, id: string) => `${PREFIX}:${place}:${id}`

/** The drafts of a place, newest first; those older than thirty days are forgotten. */
export function draftsOf<T>(storage: Storage, place: string, now: Date): Draft<T>[] {
  const start = draftKey(place, "")
  return Object.keys(storage)
    .filter((key) => key.startsWith(start))
    .flatMap((key) => {
      const kept = read<T>(storage, key)
      if (kept && now.getTime() - Date.parse(kept.at) < KEPT_MS) {
        return [{ id: key.slice(start.length), ...kept }]
      }
      storage.removeItem(key)
      return []
    })
    .sort((a, b) => b.at.localeCompare(a.at))
}

/**
 * Keeps a draft under its id; one that says the same already keeps its time.
 * @returns whether the browser could keep it
 */
export function keepDraft<T>(
  storage: Storage,
  place: string,
  id: string,
  value: T,
  now: Date
): boolean {
  const key = draftKey(place, id)
  try {
    if (JSON.stringify(read(storage, key)?.value) !== JSON.stringify(value)) {
      storage.setItem(key, JSON.stringify({ at: now.toISOString(), value }))
    }
    return true
  } catch {
    return false
  }
}

export function dropDraft(storage: Storage, place: string, id: string): void {
  storage.removeItem(draftKey(place, id))
}

function read<T>(storage: Storage, key: string): Omit<Draft<T>, "id"> | undefined {
  try {
    return JSON.parse(storage.getItem(key) ?? "null") ?? undefined
  } catch {
    return undefined
  }
}
