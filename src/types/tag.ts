import type { Iso } from "./common"

/** Longest name of a tag. */
export const MAX_TAG = 60

/** A word that people are marked with, and how many are. */
export type Tag = { name: string; profiles: number }

/** A tag of one person, with when, by what (`staff`, `api`, `import`, `merge`) and by whom it was given. */
export type PersonTag = { name: string; added_at: Iso; source: string; by: string | null }

/** Answer of changing tags. */
export type TagsChanged = {
  /** How many were given and taken, one for each person and tag. */
  added: number
  removed: number
  /** Lines of the list that name nobody. */
  unmatched: string[]
}
