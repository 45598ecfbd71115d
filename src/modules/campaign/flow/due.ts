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
  /** Which of the things came that the step waits for. */
  found: string | null
}
