import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { Channel } from "../../../types/common"
import type { MessageState } from "../../../types/profile"
import type { MessageOrder, TimelineItem } from "../../../types/timeline"
import { messageSource } from "../../delivery/message/source"
import { renderSubjects } from "../../delivery/message/subjects"
import { messageId } from "../../delivery/message/token"
import { MESSAGES_OF, ORDERS_OF_MESSAGES } from "../sql/timeline"
import type { TimelineContext, TimelineQuery, TimelineSource } from "./source"

type Row = {
  run_id: number
  profile_id: number
  pass: number
  at: Date
  channel: Channel
  template_subject: string
  captured_subject: string | null
  state: MessageState
  reason: string | null
  kind: string
  ref: string
  title: string
  delivered_at: Date | null
  opened_at: Date | null
  clicked_at: Date | null
  bounced_at: Date | null
  unsubscribed_at: Date | null
  complained_at: Date | null
}

/** Messages with what became of them: opened, clicked, ordered, or why none was sent. */
export const messagesSource: TimelineSource = { kind: "message", read: readMessages }

async function readMessages(
  db: Db,
  at: TimelineQuery,
  context: TimelineContext
): Promise<TimelineItem[]> {
  const rows = await query<Row>(db, MESSAGES_OF, at)
  const ids = await publicIds(db)
  const unknown = rows.filter((row) => row.captured_subject === null).map((row) => row.run_id)
  const rendered = await renderSubjects(db, at.profile, unknown, context)
  const orders = await query<MessageOrder & { run_id: number; placed_at: Date }>(
    db,
    ORDERS_OF_MESSAGES,
    { profile: at.profile, runs: rows.map((row) => row.run_id) }
  )
  return rows.map((row) => ({
    kind: "message",
    id: messageId(ids, { runId: row.run_id, profileId: row.profile_id, pass: row.pass }),
    at: row.at.toISOString(),
    channel: row.channel,
    subject: row.captured_subject ?? rendered.get(row.run_id) ?? row.template_subject,
    state: row.state,
    reason: row.reason,
    source: messageSource(row),
    delivered_at: row.delivered_at?.toISOString() ?? null,
    opened_at: row.opened_at?.toISOString() ?? null,
    clicked_at: row.clicked_at?.toISOString() ?? null,
    bounced_at: row.bounced_at?.toISOString() ?? null,
    unsubscribed_at: row.unsubscribed_at?.toISOString() ?? null,
    complained_at: row.complained_at?.toISOString() ?? null,
    orders: orders
      .filter((order) => order.run_id === row.run_id)
      .map(({ run_id: _, placed_at, ...order }) => ({ ...order, at: placed_at.toISOString() })),
  }))
}
