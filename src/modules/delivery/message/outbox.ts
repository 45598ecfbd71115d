import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { OutboxItem } from "../../../types/message"
import type { Channel, Page } from "../../../types/common"
import { fullName } from "../../content/render/scope"
import { LIST_MAIL } from "../sql/sandbox"
import { messageSource } from "./source"
import { messageId } from "./token"

type Row = {
  id: number
  at: Date
  run_id: number
  profile_id: number
  pass: number
  recipient: string
  subject: string
  text: string
  channel: Channel
  kind: string
  ref: string
  title: string
  first_name: string | null
  last_name: string | null
  email: string | null
}

/** What the sandbox has kept, newest first. */
export async function listOutbox(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string }
): Promise<Page<"messages", OutboxItem>> {
  const before = decodeCursor(cursor)?.id ?? null
  const rows = await query<Row>(db, LIST_MAIL, { before, limit: limit + 1 })
  const cut = page(rows, limit, (row) => ({ value: null, id: row.id }))
  const ids = await publicIds(db)
  const messages = cut.rows.map((row) => ({
    id: messageId(ids, { runId: row.run_id, profileId: row.profile_id, pass: row.pass }),
    channel: row.channel,
    subject: row.subject || row.text,
    to: row.recipient,
    at: row.at.toISOString(),
    source: messageSource(row),
    profile: { id: ids.seal("prof", row.profile_id), name: fullName(row), email: row.email },
  }))
  return { messages, next_cursor: cut.next_cursor }
}
