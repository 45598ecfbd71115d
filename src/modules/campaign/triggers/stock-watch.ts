import { subDays } from "date-fns"
import { type Db, execute, query } from "../../../lib/db"
import { readState, writeState } from "../../profile/state"
import { ANY_LIVE_BY } from "../sql/campaign"
import { FORGET_CHANGES, LOCK_STOCK, LOOK_AT_STOCK } from "../sql/stock"
import { MINUTE_MS } from "./source"
import { STOCK_TRIGGERS } from "./sources"

const STATE = "campaign_stock"
/** After a longer pause what became different did not just happen, in ms. */
const STALE_MS = 10 * MINUTE_MS
const KEPT_DAYS = 7

/**
 * Looks at the shop's prices and stock once a minute, while a live campaign asks for them, and notes what became
 * different since.
 * @returns how many changes were noted
 */
export async function watchStock(db: Db, now: Date): Promise<number> {
  if (!(await query(db, ANY_LIVE_BY, { types: STOCK_TRIGGERS })).length) return 0
  return db.transaction(async (trx) => {
    const [{ locked }] = await query<{ locked: boolean }>(trx, LOCK_STOCK)
    const last = locked ? await readState<{ at: string }>(trx, STATE) : undefined
    const ago = last ? now.getTime() - Date.parse(last.at) : Infinity
    if (!locked || ago < MINUTE_MS) return 0
    const changes = await execute(trx, LOOK_AT_STOCK, { now, note: ago < STALE_MS })
    await execute(trx, FORGET_CHANGES, { before: subDays(now, KEPT_DAYS) })
    await writeState(trx, STATE, { at: now.toISOString() })
    return changes
  })
}
