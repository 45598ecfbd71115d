import type { ImportCounts, ImportOutcome } from "../../../types/transfer"

const OUTCOMES: ImportOutcome[] = ["created", "updated", "unchanged", "refused"]

export const NO_COUNTS: ImportCounts = { created: 0, updated: 0, unchanged: 0, refused: 0 }

/** The number under which an outcome is stored. */
export function codeOf(outcome: ImportOutcome): number {
  return OUTCOMES.indexOf(outcome)
}

/** The outcome behind a stored number. */
export function outcomeOf(code: number | null): ImportOutcome | null {
  return code === null ? null : OUTCOMES[code]
}

/** The counts with some outcomes more. */
export function addOutcomes(counts: ImportCounts, outcomes: ImportOutcome[]): ImportCounts {
  const sum = { ...counts }
  for (const outcome of outcomes) sum[outcome] += 1
  return sum
}
