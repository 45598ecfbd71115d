import { type Db, execute, queryOne } from "../../../lib/db"
import { loadRun } from "../../delivery/ledger/runs"
import { isWanted } from "../../profile/news/news"
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
 * @returns whether there are more
 */
export async function attributeNew(db: Db, now: Date): Promise<boolean> {
  return db.transaction(async (trx) => {
    await execute(trx, INIT_STATE, { now })
    const state = (await queryOne<{ last: number; upto: number }>(trx, READ_STATE))!
    const upto = Math.min(state.upto, state.last + BATCH)
    const scope = { after: state.last, upto }
    if (upto > state.last) await execute(trx, COMPUTE_NEW, scope)
    if (upto > state.last && (await isWanted(trx, "order.attributed")))
      await execute(trx, TELL_CREDITED, { ...scope, now })
    await execute(trx, SAVE_STATE, { upto, now })
    return upto < state.upto
  })
}

/** Credits anew every purchase that a run could have led to: for a window that was changed afterwards. */
export async function attributeRun(db: Db, runId: number): Promise<void> {
  const run = await loadRun(db, runId)
  await execute(db, COMPUTE_RUN, { run: runId, run_at: run.started_at })
}
