import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import { type FiledFilter, filedParams } from "../../../lib/filed"
import type { Page, SendingChannel } from "../../../types/common"
import type { ListedTemplate } from "../../../types/content"
import { LIST_TEMPLATES } from "../sql/templates"
import { type Stored, withTimes } from "./row"

/** What a list shows of a template, without what sends it. */
type Listed = Omit<ListedTemplate, "used_in">

/** Templates without their messages, newest change first; `q` is looked for in name, subject and short texts. */
export async function listTemplates(
  db: Db,
  input: FiledFilter & { channel?: SendingChannel; limit: number; cursor?: string }
): Promise<Page<"templates", Listed>> {
  const { channel, limit, cursor } = input
  const after = decodeTimeCursor(cursor)
  const rows = await query<Stored<Listed>>(db, LIST_TEMPLATES, {
    ...filedParams(input),
    channel: channel ?? null,
    before_at: after?.value ?? null,
    before_id: after?.id ?? null,
    limit: limit + 1,
  })
  const { rows: kept, next_cursor } = page(rows, limit, (row) => ({
    value: row.updated_at.toISOString(),
    id: row.id,
  }))
  return { templates: kept.map((row) => withTimes<Listed>(row)), next_cursor }
}
