import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, query, queryOne } from "../../../lib/db"
import type { Page } from "../../../types/common"
import type { Export, ExportFormat, ExportKindKey } from "../../../types/transfer"
import { EXPORT_BY_ID, INSERT_EXPORT, LIST_EXPORTS } from "../sql/exports"

export type ExportInput = {
  kind: ExportKindKey
  format: ExportFormat
  segment_id: string | null
  audience_id: string | null
  actor: string | null
}

/** `making` counts how often its file was made anew. */
export type ExportRecord = ExportInput & { id: string; created_at: Date; making: number }

/** Notes who takes what out; the file itself is made while it is read. */
export async function createExport(db: Db, input: ExportInput, now: Date): Promise<ExportRecord> {
  return (await queryOne<ExportRecord>(db, INSERT_EXPORT, {
    id: generateEntityId(undefined, "exp"),
    ...input,
    now,
  }))!
}

/** @throws MedusaError `not_found` */
export async function getExport(db: Db, id: string): Promise<ExportRecord> {
  const row = await queryOne<ExportRecord>(db, EXPORT_BY_ID, { id })
  if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Export with id ${id} was not found`)
  return row
}

/** Who took what out, latest first. */
export async function listExports(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string }
): Promise<Page<"exports", Export>> {
  const after = decodeTimeCursor(cursor)
  const rows = await query<ExportRecord>(db, LIST_EXPORTS, {
    after: after?.value ?? null,
    after_id: after?.id ?? null,
    limit: limit + 1,
  })
  const cut = page(rows, limit, (row) => ({ value: row.created_at.toISOString(), id: row.id }))
  return { exports: cut.rows.map(presentExport), next_cursor: cut.next_cursor }
}

/** As the API shows it. */
export function presentExport({ making: _, ...row }: ExportRecord): Export {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    url: `/admin/engage/exports/${row.id}/file`,
  }
}
