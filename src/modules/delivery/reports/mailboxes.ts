import { type Db, execute, query } from "../../../lib/db"
import { COUNT_MAILBOXES, FORGET_COUNTS, MARK_COUNTED, RUNS_TO_COUNT } from "../sql/deliverability"

/**
 * Brings the counters per mailbox provider up to date for at most `limit` runs, those that waited longest first.
 * @returns how many runs were counted
 */
export async function countMailboxes(db: Db, now: Date, limit = 10): Promise<number> {
  const runs = await query<{ id: number; started_at: Date }>(db, RUNS_TO_COUNT, { now, limit })
  for (const { id, started_at } of runs) {
    await db.transaction(async (trx) => {
      await execute(trx, FORGET_COUNTS, { run: id })
      await execute(trx, COUNT_MAILBOXES, { run: id, run_at: started_at })
      await execute(trx, MARK_COUNTED, { run: id, now })
    })
  }
  return runs.length
}
