import { stringify } from "csv-stringify/sync"
import { type Db, query, queryOne, type SqlFragment } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { listFields } from "../../profile/fields/store"
import { PROFILE_ID } from "../../profile/read/row"
import { safeCell } from "../file/safe-cell"
import { LAST_OF_PAGE } from "../sql/exports"
import { type Cell, type ExportContext, EXPORTS } from "./kinds"
import type { ExportRecord } from "./store"

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF"

/** Some people's part of an export: its text, and after whom the next part begins; null at the end. */
type ExportPage = { text: string; next: number | null }

/** Makes the part that begins after a person; the first, after 0, has the names of the columns. */
export type ExportPages = (after: number) => Promise<ExportPage>

/**
 * How an export is made, a page of people at a time.
 * @param members - select of `profile_id` of the people it is about; everybody when null
 * @param currency - base currency, lower-case ISO 4217
 */
export async function exportPages(
  db: Db,
  { kind, format }: Pick<ExportRecord, "kind" | "format">,
  members: SqlFragment | null,
  currency: string
): Promise<ExportPages> {
  const { people, page, columns: columnsOf } = EXPORTS[kind]
  const columns = columnsOf(await exportContext(db, currency))
  const names = columns.map(([name]) => name)
  const sql = members?.sql ?? null
  return async (after) => {
    const params = { ...members?.params, after, limit: people }
    const rows = await query<never>(db, page(sql), params)
    const values = rows.map((row) => columns.map(([, value]) => value(row)))
    const { last } = (await queryOne<{ last: number | null }>(db, LAST_OF_PAGE(sql), params))!
    if (format !== "csv") return { text: ndjson(names, values), next: last }
    const heading = after === 0 ? BYTE_ORDER_MARK + csv([names]) : ""
    return { text: heading + csv(values.map((row) => row.map(asText))), next: last }
  }
}

async function exportContext(db: Db, currency: string): Promise<ExportContext> {
  const ids = await publicIds(db)
  return {
    fields: await listFields(db),
    currency,
    sealed: (id) => ids.seal(PROFILE_ID, id),
  }
}

function ndjson(names: string[], rows: Cell[][]): string {
  return rows
    .map((row) => JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]]))) + "\n")
    .join("")
}

/** Rows as CSV; no cell can be run as a formula by whoever opens it. */
export function csv(rows: string[][]): string {
  return stringify(rows.map((row) => row.map(safeCell)))
}

function asText(value: Cell): string {
  if (value === null || value === undefined) return ""
  if (value instanceof Date) return value.toISOString()
  if (typeof value === "boolean") return value ? "yes" : "no"
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
