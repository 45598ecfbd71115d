import { subDays } from "date-fns"
import { decodeNumberedTimeCursor, page } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import type { OrdersBehind, ProfileOrder } from "../../../types/profile"
import { listFields } from "../../profile/fields/store"
import { creditedSources } from "../attribution/credited"
import { ORDERS_OF } from "../sql/profile-orders"

const RECENT_DAYS = 365

type Row = Omit<ProfileOrder, "placed_at" | "fields" | "assisted_by"> & {
  no: number
  placed_at: Date
  custom: Record<string, unknown> | null
}

/** A person's orders and offline purchases, newest first; with `behind` only those that a metric is made from. */
export async function listOrders(
  db: Db,
  profile: number,
  input: { limit: number; cursor?: string; behind?: OrdersBehind },
  now: Date
): Promise<{ orders: ProfileOrder[]; next_cursor: string | null }> {
  const cursor = decodeNumberedTimeCursor(input.cursor)
  const rows = await query<Row>(db, ORDERS_OF(input.behind), {
    profile,
    before: cursor?.value ?? "infinity",
    before_no: cursor?.id ?? 0,
    recent: subDays(now, RECENT_DAYS),
    limit: input.limit + 1,
  })
  const cut = page(rows, input.limit, (row) => ({
    value: row.placed_at.toISOString(),
    id: row.no,
  }))
  const credited = await creditedSources(
    db,
    cut.rows.map((row) => row.no)
  )
  const fields = await listFields(db, "purchase")
  const orders = cut.rows.map(({ no, custom, placed_at, ...row }) => ({
    ...row,
    placed_at: placed_at.toISOString(),
    fields: fields.flatMap(({ key, label, visible }) =>
      visible && custom?.[key] !== undefined ? [{ label, value: String(custom[key]) }] : []
    ),
    assisted_by: credited.get(no) ?? null,
  }))
  return { orders, next_cursor: cut.next_cursor }
}
