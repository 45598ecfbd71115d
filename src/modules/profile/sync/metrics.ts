import { type Db, execute, queryOne } from "../../../lib/db"
import { inTransaction } from "../../../lib/transaction"
import { RFM_DAYS } from "../../../types/rfm"
import {
  CLAIM_DIRTY,
  COUNT_DIRTY,
  INTERESTS_DIRTY_TOUCHED,
  SEGMENTS_DIRTY_TOUCHED,
  UPDATE_ALL,
  UPDATE_ALL_PRODUCTS,
  UPDATE_TOUCHED,
  UPDATE_TOUCHED_PRODUCTS,
} from "../sql/metrics"
import { SCORE_ALL } from "../sql/rfm"
import { writeState } from "../state"
import { applyBatchSettings, applyWholeSettings } from "../../../lib/bulk"

/** Profiles recomputed in one transaction, and transactions at a time: each takes people that no other has. */
const BATCH = 5_000
const AT_ONCE = 2

/** From so many waiting profiles on, one statement over everybody is quicker than batches. */
const ALL_FROM = 100_000

/**
 * Recomputes the metrics of profiles whose purchases changed.
 * @returns whether there may be more to do
 */
export async function updateDueMetrics(db: Db, now: Date): Promise<boolean> {
  const waiting = (await queryOne<{ n: number }>(db, COUNT_DIRTY, { limit: ALL_FROM }))!.n
  if (!waiting) return false
  const more = waiting >= ALL_FROM ? await updateAllMetrics(db) : await updateBatches(db, waiting)
  await writeState(db, "metrics", { at: now.toISOString() })
  return more
}

/** Recomputes everybody's metrics from their purchases. */
export async function updateAllMetrics(db: Db): Promise<boolean> {
  await inTransaction(db, async (trx) => {
    await applyWholeSettings(trx)
    // Claimed before reading: what becomes dirty from here on stays on the list.
    await claim(trx, null)
    await inOrder(trx, [...UPDATE_ALL, ...UPDATE_ALL_PRODUCTS, INTERESTS_DIRTY_TOUCHED])
  })
  return true
}

async function updateBatches(db: Db, waiting: number): Promise<boolean> {
  const batches = Math.min(AT_ONCE, Math.ceil(waiting / BATCH))
  const more = await Promise.all(Array.from({ length: batches }, () => updateSome(db)))
  return more.includes(true)
}

async function updateSome(db: Db): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await applyBatchSettings(trx)
    const touched = await claim(trx, BATCH)
    await inOrder(trx, [...UPDATE_TOUCHED, ...UPDATE_TOUCHED_PRODUCTS])
    await inOrder(trx, [SEGMENTS_DIRTY_TOUCHED, INTERESTS_DIRTY_TOUCHED])
    return touched === BATCH
  })
}

/** Takes profiles off the list into the temporary table `touched`; how many. */
async function claim(trx: Db, limit: number | null): Promise<number> {
  await execute(trx, CLAIM_DIRTY, { limit })
  await execute(trx, `analyze touched`)
  return (await queryOne<{ n: number }>(trx, `select count(*)::int as n from touched`))!.n
}

/** Scores everybody's recency, frequency and money and names the RFM group; with `note`, moves between groups are noted. */
export async function scoreRfm(db: Db, now: Date, zone: string, note = true): Promise<void> {
  await inTransaction(db, async (trx) => {
    await applyWholeSettings(trx)
    await execute(trx, SCORE_ALL, { now, zone, note, window_days: RFM_DAYS })
  })
}

async function inOrder(db: Db, statements: string[]): Promise<void> {
  for (const statement of statements) await execute(db, statement)
}
