import type { Iso } from "./common"
import type { TemplateProblem } from "./content"

/** What is looked for in all templates, and what shall stand there instead. */
export type ReplaceSearch = {
  find: string
  replace: string
  /** Whether capital letters count. */
  match_case: boolean
}

/** One place where a text was found. */
export type ReplacePlace = {
  part: TemplateProblem["part"]
  /** Left out in the template's own language. */
  language?: string
  /** Some letters before and behind it. */
  left: string
  found: string
  right: string
}

/** A template or a saved block in which a text was found. */
export type ReplaceFind = {
  kind: "template" | "block"
  id: string
  name: string
  /** At most the first 20. */
  places: ReplacePlace[]
  count: number
  /** Why it could not be saved with the new text; `null` when it can. */
  problem: string | null
}

/** What was replaced in all templates at once. */
export type Replacement = ReplaceSearch & {
  id: string
  at: Iso
  /** When it was taken back. */
  undone_at: Iso | null
  changed: { kind: ReplaceFind["kind"]; id: string; name: string; places: number }[]
}
