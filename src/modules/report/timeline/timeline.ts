import { decodeTimeCursor, encodeCursor } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { publicIds } from "../../../lib/public-id"
import type { Channel, ConsentState } from "../../../types/common"
import type { MessageState, TimelineItem, TimelineKind } from "../../../types/profile"
import { renderSubjects } from "../../delivery/message/subjects"
import { messageId } from "../../delivery/message/token"
import { CONSENT_LOG_OF, PURCHASES_OF } from "../../profile/sql/read"
import { MEMBERSHIP_LOG_OF } from "../../segment/sql/segment"
import { CREDITED, MESSAGES_OF } from "../sql/timeline"

/** A position in one source: later entries are those before it. */
type Before = { before: string; before_id: number }
type Context = { options: EngageOptions; now: Date }
type Source = (
  db: Db,
  profile: number,
  at: Before,
  limit: number,
  context: Context
) => Promise<TimelineItem[]>

const SOURCES: Record<TimelineKind, Source> = {
  order: readOrders,
  message: readMessages,
  consent: readConsents,
  segment: readSegments,
}

/**
 * What happened to a person, newest first. Each source is read to the page's length and the pages are merged, so a cursor
 * is an instant; entries of the very same instant stay on one page.
 */
export async function readTimeline(
  db: Db,
  profile: number,
  input: { kinds: TimelineKind[]; limit: number; cursor?: string },
  context: Context
): Promise<{ items: TimelineItem[]; next_cursor: string | null }> {
  const cursor = decodeTimeCursor(input.cursor)
  // "infinity" sorts after every instant; the id breaks ties within a source only, so a cursor excludes its instant.
  const at: Before = { before: String(cursor?.value ?? "infinity"), before_id: 0 }
  const lists = await Promise.all(
    input.kinds.map((kind) => SOURCES[kind](db, profile, at, input.limit + 1, context))
  )
  const merged = lists.flat().sort((a, b) => b.at.localeCompare(a.at))
  if (merged.length <= input.limit) return { items: merged, next_cursor: null }
  let end = input.limit
  while (end < merged.length && merged[end].at === merged[end - 1].at) end += 1
  const items = merged.slice(0, end)
  const last = items[items.length - 1]
  return {
    items,
    next_cursor: end < merged.length ? encodeCursor({ value: last.at, id: last.id }) : null,
  }
}

async function readOrders(
  db: Db,
  profile: number,
  at: Before,
  limit: number
): Promise<TimelineItem[]> {
  type Row = Extract<TimelineItem, { kind: "order" }> & { id: number; placed_at: Date }
  const rows = await query<Omit<Row, "id"> & { id: number }>(db, PURCHASES_OF, {
    profile,
    limit,
    ...at,
  })
  const credited = await query<{ purchase_id: number; id: string; name: string }>(db, CREDITED, {
    purchases: rows.map((row) => row.id),
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
}

type MessageRow = {
  run_id: number
  profile_id: number
  pass: number
  at: Date
  channel: Channel
  template_subject: string
  captured_subject: string | null
  state: MessageState
  reason: string | null
  broadcast_id: string | null
  broadcast_name: string | null
  delivered_at: Date | null
  opened_at: Date | null
  clicked_at: Date | null
}

async function readMessages(
  db: Db,
  profile: number,
  at: Before,
  limit: number,
  context: Context
): Promise<TimelineItem[]> {
  const rows = await query<MessageRow>(db, MESSAGES_OF, { profile, limit, ...at })
  const ids = await publicIds(db)
  const unknown = rows.filter((row) => row.captured_subject === null).map((row) => row.run_id)
  const rendered = await renderSubjects(db, profile, unknown, context)
  return rows.map((row) => ({
    kind: "message",
    id: messageId(ids, { runId: row.run_id, profileId: row.profile_id, pass: row.pass }),
    at: row.at.toISOString(),
    channel: row.channel,
    subject: row.captured_subject ?? rendered.get(row.run_id) ?? row.template_subject,
    state: row.state,
    reason: row.reason,
    broadcast: row.broadcast_id ? { id: row.broadcast_id, name: row.broadcast_name! } : null,
    delivered_at: row.delivered_at?.toISOString() ?? null,
    opened_at: row.opened_at?.toISOString() ?? null,
    clicked_at: row.clicked_at?.toISOString() ?? null,
  }))
}

async function readConsents(
  db: Db,
  profile: number,
  at: Before,
  limit: number
): Promise<TimelineItem[]> {
  type Row = {
    id: number
    at: Date
    channel: Channel
    topic_name: string
    state: ConsentState
    method: string
    reason: string | null
  }
  const rows = await query<Row>(db, CONSENT_LOG_OF, { profile, limit, ...at })
  return rows.map((row) => ({
    ...row,
    kind: "consent",
    id: `consent-${row.id}`,
    at: row.at.toISOString(),
  }))
}

async function readSegments(
  db: Db,
  profile: number,
  at: Before,
  limit: number
): Promise<TimelineItem[]> {
  type Row = { at: Date; entered: boolean; id: string; name: string }
  const rows = await query<Row>(db, MEMBERSHIP_LOG_OF, { profile, limit, before: at.before })
  return rows.map(({ at: when, entered, id, name }) => ({
    kind: "segment",
    id: `${id}-${when.toISOString()}`,
    at: when.toISOString(),
    segment: { id, name },
    entered,
  }))
}
