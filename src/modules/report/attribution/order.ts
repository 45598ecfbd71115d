import { type Db, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { Channel } from "../../../types/common"
import type { OrderAttribution } from "../../../types/overview"
import { messageSource } from "../../delivery/message/source"
import { fullName, PROFILE_ID } from "../../profile/read/row"
import { BUYER_OF_ORDER, TOUCHES_OF_ORDER } from "../sql/timeline"

type TouchRow = {
  run_kind: string
  ref: string
  title: string
  channel: Channel
  kind: "opened" | "clicked"
  interaction_at: Date
  sent_at: Date
  credit: number
}

/** The messages that may have led to a Medusa order, the credited one first; empty for an order not read yet. */
export async function orderAttribution(db: Db, order: string): Promise<OrderAttribution> {
  const touches = await query<TouchRow>(db, TOUCHES_OF_ORDER, { order })
  const buyer = await queryOne<{ id: number; first_name: string | null; last_name: string | null }>(
    db,
    BUYER_OF_ORDER,
    { order }
  )
  const ids = await publicIds(db)
  return {
    touches: touches.map(({ run_kind, ref, title, interaction_at, sent_at, ...touch }) => ({
      ...touch,
      source: messageSource({ kind: run_kind, ref, title }),
      interaction_at: interaction_at.toISOString(),
      sent_at: sent_at.toISOString(),
    })),
    profile: buyer ? { id: ids.seal(PROFILE_ID, buyer.id), name: fullName(buyer) } : null,
  }
}
