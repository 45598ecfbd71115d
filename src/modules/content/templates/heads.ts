import { type Db, query } from "../../../lib/db"
import type { SendingChannel } from "../../../types/common"
import { TEMPLATE_HEADS } from "../sql/templates"

/** `subject` of a text message is its text. */
export type TemplateHead = { id: string; name: string; channel: SendingChannel; subject: string }

/** Names and subjects of some templates by id; deleted ones are left out. */
export async function templateHeads(db: Db, ids: string[]): Promise<Map<string, TemplateHead>> {
  const rows = await query<TemplateHead>(db, TEMPLATE_HEADS, { ids })
  return new Map(rows.map((row) => [row.id, row]))
}
