import { subDays } from "date-fns"
import { type Db, execute, query } from "../../../lib/db"
import { writeBatch } from "../events/batch"
import { linkVisitor } from "../events/link"
import { CUSTOMER_EVENTS, ORDER_EVENTS } from "../shop/events"
import { INSERT_PURCHASE_VISIT, ORDERS_OF_VISITORS } from "../shop/visits"
import { KEEP_STATUSES } from "../sql/order-status"
import type { SyncSettings } from "./settings"

/** Only what happened lately becomes an event: a shop's history did not just happen. */
const LATELY_DAYS = 1
const NOTHING_KNOWN: ReadonlySet<string> = new Set()

/** Joins the visitors who filled the carts of the pulled orders to their buyers, and notes the visit of each order. */
export async function linkOrders(db: Db, { options }: SyncSettings, now: Date): Promise<void> {
  type Row = { order_id: string; visitor: string; profile_id: number; placed_at: Date }
  for (const order of await query<Row>(db, ORDERS_OF_VISITORS)) {
    await linkVisitor(db, {
      visitor: order.visitor,
      profileId: order.profile_id,
      reason: "order",
      now,
      windowDays: options.tracker.joinDays,
    })
    await execute(db, INSERT_PURCHASE_VISIT, {
      order: order.order_id,
      visitor: order.visitor,
      placed_at: order.placed_at,
    })
  }
}

type EventRow = {
  name: string
  at: Date
  message_id: string
  profile_id: number
  properties: Record<string, unknown>
}

/** Events of the pulled orders or customers; each once, however often it is pulled. */
export async function writeShopEvents(
  db: Db,
  kind: "order" | "customer",
  now: Date
): Promise<void> {
  const rows = await query<EventRow>(db, kind === "order" ? ORDER_EVENTS : CUSTOMER_EVENTS, {
    since: subDays(now, LATELY_DAYS),
  })
  if (kind === "order") rows.push(...(await query<EventRow>(db, KEEP_STATUSES, { now })))
  if (!rows.length) return
  const events = rows.map(({ message_id, profile_id, ...event }) => ({
    ...event,
    source: "shop",
    messageId: message_id,
    person: { kind: "profile" as const, value: String(profile_id) },
  }))
  await writeBatch(db, events, [], now, NOTHING_KNOWN)
}
