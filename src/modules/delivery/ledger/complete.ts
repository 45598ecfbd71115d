import { type Db, query } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import { COMPLETE_RUNS, SWEEP_CANCELLED } from "../sql/runs"

/**
 * Ends every run whose last chunk is done, and wakes who waits for that. Cheap, and safe to call at any time by anyone.
 * @returns how many runs ended
 */
export async function completeRuns(db: Db, now: Date): Promise<number> {
  await query(db, SWEEP_CANCELLED)
  const ended = await query(db, COMPLETE_RUNS, { now })
  if (ended.length) await wake(db, "engage_broadcast")
  return ended.length
}
