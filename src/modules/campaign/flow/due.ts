/** Where people stand who have just come in: the first step may be a wait. */
export const ENTRANCE = "entrance"

/** Somebody who is due at a step. */
export type Due = {
  id: number
  profile_id: number
  version: number
  step: string
  moves: number
  zone: string
  removed: boolean
  ordered: boolean
  /** What let them in. */
  context: Record<string, unknown>
  /** What they were given or what was found out on their way. */
  facts: Record<string, unknown>
  /** What came of what the step waits for: the way out. */
  found: string | null
  /** Since when they stay at a step that has sent to them. */
  held_since: Date | null
}

/** Where somebody goes from a step. `reason` says why a way has ended. */
export type Move = {
  id: number
  way: string
  step: string | null
  due_at: Date | null
  reason: string | null
}
