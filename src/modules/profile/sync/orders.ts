import { type Db, execute, query } from "../../../lib/db"
import {
  GONE_ORDERS,
  INSERT_LINE_PRODUCTS,
  PULL_LINES,
  PULL_PURCHASES,
  UNKNOWN_BUYERS,
  UNKNOWN_CUSTOMERS,
} from "../shop/orders"
import { DELETE_PURCHASES, INSERT_BUYERS, UPSERT_LINES, UPSERT_PURCHASES } from "../sql/purchases"
import { syncCustomers } from "./customers"
import { withPulled } from "./pulled"
import type { SyncSettings } from "./settings"
import { linkOrders, writeShopEvents } from "./visits"

/**
 * Brings the purchases of some Medusa orders in line with the shop, inside the caller's transaction: new, edited,
 * refunded, cancelled, deleted and vanished orders alike. Buyers nobody knows become profiles first.
 */
export async function syncOrders(db: Db, ids: string[], settings: SyncSettings): Promise<void> {
  if (!ids.length) return
  await syncCustomers(db, await unknownCustomers(db, ids), settings)
  await withPulled(db, ids, ["buyers", "pulled_line", "pulled_purchase"], async () => {
    await execute(db, UNKNOWN_BUYERS)
    await execute(db, INSERT_BUYERS)
    await execute(db, PULL_LINES)
    await execute(db, `analyze pulled_line`)
    await execute(db, PULL_PURCHASES, {
      basis: settings.options.orders.basis,
      include_shipping: settings.options.orders.includeShipping,
    })
    await execute(db, `analyze pulled_purchase`)
    await execute(db, INSERT_LINE_PRODUCTS)
    await execute(db, UPSERT_PURCHASES, { currency: settings.currency })
    await execute(db, UPSERT_LINES)
    const gone = await query<{ id: string }>(db, GONE_ORDERS)
    if (gone.length) await execute(db, DELETE_PURCHASES, { orders: gone.map((row) => row.id) })
    const now = new Date()
    await linkOrders(db, settings, now)
    await writeShopEvents(db, "order", now)
  })
}

async function unknownCustomers(db: Db, ids: string[]): Promise<string[]> {
  let unknown: string[] = []
  await withPulled(db, ids, [], async () => {
    unknown = (await query<{ id: string }>(db, UNKNOWN_CUSTOMERS)).map((row) => row.id)
  })
  return unknown
}
