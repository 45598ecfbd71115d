import { type Db, execute, queryOne } from "../../../lib/db"
import {
  CLAIM_DIRTY,
  CLEAR_DIRTY,
  COUNT_DIRTY,
  DELETE_ALL_PRODUCTS,
  DELETE_TOUCHED_PRODUCTS,
  FOLLOWERS_DIRTY_TOUCHED,
  UPDATE_ALL,
  UPDATE_TOUCHED,
  UPSERT_ALL_PRODUCTS,
  UPSERT_TOUCHED_PRODUCTS,
} from "../sql/metrics"
import { SCORE_ALL } from "../sql/rfm"
import { writeState } from "../state"
import { applyBatchSettings, applyWholeSettings } from "./bulk"

/** Profiles recomputed in one transaction. */
const BATCH = 10_000

/** From so many waiting profiles on, one statement over everybody is quicker than batches. */
const ALL_FROM = 100_000

/** Days of purchases that recency, frequency and money are scored over. */
export const RFM_WINDOW_DAYS = 365

/**
 * Recomputes the metrics of profiles whose purchases changed.
 * @returns whether there may be more to do
 */
export async function updateDueMetrics(db: Db, now: Date): Promise<boolean> {
  const waiting = (await queryOne<{ n: number }>(db, COUNT_DIRTY, { limit: ALL_FROM }))!.n
  if (!waiting) return false
  const more = waiting >= ALL_FROM ? await updateAllMetrics(db) : await updateSome(db)
  await writeState(db, "metrics", { at: now.toISOString() })
  return more
}

/** Recomputes everybody's metrics from their purchases. */
export async function updateAllMetrics(db: Db): Promise<boolean> {
  await db.transaction(async (trx) => {
    await applyWholeSettings(trx)
    // Cleared before reading: what becomes dirty from here on stays on the list.
    await execute(trx, CLEAR_DIRTY)
    await execute(trx, UPDATE_ALL)
    await execute(trx, DELETE_ALL_PRODUCTS)
    await execute(trx, UPSERT_ALL_PRODUCTS)
  })
  return true
}

async function updateSome(db: Db): Promise<boolean> {
  return db.transaction(async (trx) => {
    await applyBatchSettings(trx)
    await execute(trx, CLAIM_DIRTY, { limit: BATCH })
    await execute(trx, `analyze touched`)
    const touched = (await queryOne<{ n: number }>(trx, `select count(*)::int as n from touched`))!
      .n
    for (const statement of [
      UPDATE_TOUCHED,
      DELETE_TOUCHED_PRODUCTS,
      UPSERT_TOUCHED_PRODUCTS,
      FOLLOWERS_DIRTY_TOUCHED,
    ]) {
      await execute(trx, statement)
    }
    return touched === BATCH
  })
}

/** Scores everybody's recency, frequency and money and names the RFM group; with `note`, moves between groups are noted. */
export async function scoreRfm(db: Db, now: Date, zone: string, note = true): Promise<void> {
  await db.transaction(async (trx) => {
    await applyWholeSettings(trx)
    await execute(trx, SCORE_ALL, { now, zone, note, window_days: RFM_WINDOW_DAYS })
  })
}
