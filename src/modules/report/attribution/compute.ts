import { type Db, execute, queryOne } from "../../../lib/db"
import { loadRun } from "../../delivery/ledger/runs"
import { isWanted } from "../../profile/news/news"
import { MARK_COMPUTED, NEXT_RUN, NEXT_UNSETTLED } from "../sql/attribution-rule"
import {
  COMPUTE_NEW,
  COMPUTE_RUN,
  INIT_STATE,
  READ_STATE,
  SAVE_STATE,
  TELL_CREDITED,
} from "../sql/attribution"

/** Purchases credited in one transaction. */
const BATCH = 50_000

/**
 * Credits the purchases that arrived since the last time to the messages that led to them.
 * @param zone - in which the days of a range begin
 * @returns whether there are more
 */
export async function attributeNew(db: Db, now: Date, zone = "UTC"): Promise<boolean> {
  return db.transaction(async (trx) => {
    await execute(trx, INIT_STATE, { now })
    const state = (await queryOne<{ last: number; upto: number }>(trx, READ_STATE))!
    const upto = Math.min(state.upto, state.last + BATCH)
    const scope = { after: state.last, upto }
    if (upto > state.last) await execute(trx, COMPUTE_NEW, { ...scope, zone })
    if (upto > state.last && (await isWanted(trx, "order.attributed")))
      await execute(trx, TELL_CREDITED, { ...scope, now })
    await execute(trx, SAVE_STATE, { upto, now })
    return upto < state.upto
  })
}

/** Credits anew every purchase that a run could have led to: for a rule that was changed afterwards. */
export async function attributeRun(db: Db, runId: number, zone = "UTC"): Promise<void> {
  const run = await loadRun(db, runId)
  await db.transaction(async (trx) => {
    // First, so that a change that comes meanwhile is seen as later.
    await execute(trx, MARK_COMPUTED, { run: runId })
    await execute(trx, COMPUTE_RUN, { run: runId, run_at: run.started_at, zone })
  })
}

/**
 * Credits the purchases of the next run anew whose rule was changed, or holds for other orders by now.
 * @returns whether there was one
 */
export async function attributeChanged(db: Db, now: Date, zone: string): Promise<boolean> {
  const next =
    (await queryOne<{ run_id: number }>(db, NEXT_RUN)) ??
    (await queryOne<{ run_id: number }>(db, NEXT_UNSETTLED, { now }))
  if (next) await attributeRun(db, next.run_id, zone)
  return Boolean(next)
}
