/** A chunk that this worker holds until its lease ends or its epoch is passed. */
export type Chunk = {
  id: number
  run_id: number
  run_at: Date
  first_profile: number
  last_profile: number
  size: number
  /** Counts the holders; a write under an older epoch is refused. */
  epoch: number
  /** How often it was handed back because recipients were put off. */
  attempts: number
  /** Which of the range's messages are its: those that are due at one time with one content. */
  slot: number
  /** Limit of its run, if it has one. */
  per_minute: number | null
}
