import { subHours } from "date-fns"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { COUNT_CUSTOMERS, COUNT_ORDERS, DRIFTED_CUSTOMERS, DRIFTED_ORDERS } from "../shop/reconcile"
import { findDuplicates } from "../identity/duplicates"
import { readAgain } from "./pass"
import type { SyncSettings } from "./settings"

const EVERY_HOURS = 24
/** Rows repaired in one go; what is left is repaired by the next round. */
const REPAIR_LIMIT = 50_000

const BOOKS = [
  { source: "customer", count: COUNT_CUSTOMERS, drifted: DRIFTED_CUSTOMERS },
  { source: "order", count: COUNT_ORDERS, drifted: DRIFTED_ORDERS },
] as const

const LAST = `select max(checked_at) as at from engage_reconciliation`
const REPORT = `
  insert into engage_reconciliation (source, checked_at, shop, ours, repaired)
  values (:source, :now, :shop, :ours, :repaired)
  on conflict do nothing
`

/** Runs {@link reconcile} and looks for duplicates when the last run is a day old. */
export async function reconcileDaily(db: Db, settings: SyncSettings, now: Date): Promise<void> {
  const last = await queryOne<{ at: Date | null }>(db, LAST)
  if (last?.at && last.at >= subHours(now, EVERY_HOURS)) return
  await reconcile(db, settings, now)
  await findDuplicates(db, settings, now)
}

/**
 * Recounts customers and orders on both sides, reports the drift and reads again what differs: rows that were written
 * behind the watermark, deleted for good, or changed without their `updated_at`.
 */
export async function reconcile(db: Db, settings: SyncSettings, now: Date): Promise<void> {
  for (const { source, count, drifted } of BOOKS) {
    const counts = await queryOne<{ shop: number; ours: number }>(db, count)
    const ids = (await query<{ id: string }>(db, drifted, { limit: REPAIR_LIMIT })).map(
      (row) => row.id
    )
    if (ids.length) await db.transaction((trx) => readAgain(trx, source, ids, settings))
    await execute(db, REPORT, { source, now, ...counts, repaired: ids.length })
  }
}
