import { query } from "../../../lib/db"
import type { TimelineItem } from "../../../types/profile"
import { PURCHASES_OF } from "../../profile/sql/read"
import { CREDITED } from "../sql/timeline"
import type { TimelineSource } from "./source"

type Order = Extract<TimelineItem, { kind: "order" }>
type Row = Omit<Order, "id"> & { id: number; placed_at: Date }

/** Orders and offline purchases, with the broadcast that each is credited to. */
export const ordersSource: TimelineSource = {
  kind: "order",
  async read(db, at) {
    const rows = await query<Row>(db, PURCHASES_OF, at)
    const purchases = rows.map((row) => row.id)
    const credited = await query<{ purchase_id: number; id: string; name: string }>(db, CREDITED, {
      purchases,
    })
    return rows.map(({ placed_at, ...row }) => {
      const by = credited.find((c) => c.purchase_id === row.id)
      return {
        ...row,
        kind: "order",
        id: row.order_id,
        at: placed_at.toISOString(),
        assisted_by: by ? { id: by.id, name: by.name } : null,
      }
    })
  },
}
