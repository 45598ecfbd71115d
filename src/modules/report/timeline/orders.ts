import { query } from "../../../lib/db"
import type { TimelineItem } from "../../../types/timeline"
import { PURCHASES_OF } from "../../profile/sql/read"
import { creditedSources } from "../attribution/credited"
import type { TimelineSource } from "./source"

type Order = Extract<TimelineItem, { kind: "order" }>
type Row = Omit<Order, "id"> & { id: number; placed_at: Date }

/** Orders and offline purchases, with what sent the message that each is credited to. */
export const ordersSource: TimelineSource = {
  kind: "order",
  async read(db, at) {
    const rows = await query<Row>(db, PURCHASES_OF, at)
    const credited = await creditedSources(
      db,
      rows.map((row) => row.id)
    )
    return rows.map(({ placed_at, ...row }) => ({
      ...row,
      kind: "order",
      id: row.order_id,
      at: placed_at.toISOString(),
      assisted_by: credited.get(row.id) ?? null,
    }))
  },
}
