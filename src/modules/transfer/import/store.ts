import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Page } from "../../../types/common"
import type {
  Import,
  ImportCounts,
  ImportKindKey,
  ImportMapping,
  ImportOutcome,
  ImportRow,
  ImportSettings,
  ImportStatus,
} from "../../../types/transfer"
import {
  DELETE_IMPORT,
  IMPORT_BY_ID,
  INSERT_IMPORT,
  LIST_IMPORTS,
  LIST_ROWS,
  SET_MAPPING,
} from "../sql/imports"
import { codeOf, outcomeOf } from "./outcome"

export type ImportRecord = {
  id: string
  no: number
  kind: ImportKindKey
  status: ImportStatus
  filename: string
  columns: string[]
  mapping: ImportMapping
  settings: ImportSettings
  total: number
  processed: number
  counts: ImportCounts
  checked: ImportCounts | null
  error: string | null
  actor: string | null
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
  rows_gone: boolean
}

/** Begins an import, before its file is read. */
export async function createImport(
  db: Db,
  input: { kind: ImportKindKey; filename: string; settings: ImportSettings; actor: string | null },
  now: Date
): Promise<ImportRecord> {
  const row = await queryOne<ImportRecord>(db, INSERT_IMPORT, {
    id: generateEntityId(undefined, "imp"),
    ...input,
    settings: JSON.stringify(input.settings),
    now,
  })
  return row!
}

/** @throws MedusaError `not_found` */
export async function getImport(db: Db, id: string): Promise<ImportRecord> {
  const row = await queryOne<ImportRecord>(db, IMPORT_BY_ID, { id })
  if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Import with id ${id} was not found`)
  return row
}

/** Imports, latest first. */
export async function listImports(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string }
): Promise<Page<"imports", Import>> {
  const after = decodeTimeCursor(cursor)
  const rows = await query<ImportRecord>(db, LIST_IMPORTS, {
    after: after?.value ?? null,
    after_id: after?.id ?? null,
    limit: limit + 1,
  })
  const cut = page(rows, limit, (row) => ({ value: row.created_at.toISOString(), id: row.id }))
  return { imports: cut.rows.map(presentImport), next_cursor: cut.next_cursor }
}

/** @throws MedusaError `not_allowed` once it has been started */
export async function setMapping(
  db: Db,
  id: string,
  mapping: ImportMapping,
  settings: ImportSettings
): Promise<ImportRecord> {
  const row = await queryOne<ImportRecord>(db, SET_MAPPING, {
    id,
    mapping: JSON.stringify(mapping),
    settings: JSON.stringify(settings),
  })
  if (row) return row
  await getImport(db, id)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "The import has been started; upload the file again to map it differently"
  )
}

/** The rows of a file with what became of them. */
export async function listRows(
  db: Db,
  { no }: Pick<ImportRecord, "no">,
  { outcome, after = 0, limit }: { outcome?: ImportOutcome; after?: number; limit: number }
): Promise<ImportRow[]> {
  type Row = Omit<ImportRow, "outcome"> & { outcome: number | null }
  const rows = await query<Row>(db, LIST_ROWS, {
    no,
    after,
    outcome: outcome ? codeOf(outcome) : null,
    limit,
  })
  return rows.map((row) => ({ ...row, outcome: outcomeOf(row.outcome) }))
}

/** Removes an import with its rows; what it wrote stays. @throws MedusaError `not_allowed` while it runs */
export async function deleteImport(db: Db, id: string): Promise<void> {
  const { status } = await getImport(db, id)
  if (await execute(db, DELETE_IMPORT, { id })) return
  const says = status === "undoing" ? "being undone; wait until it is" : "running; cancel it first"
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The import is ${says}`)
}

/** As the API shows it. */
export function presentImport(row: ImportRecord): Import {
  const { no: _, rows_gone, ...shown } = row
  return {
    ...shown,
    created_at: row.created_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
    undoable:
      !rows_gone &&
      ["done", "cancelled", "failed"].includes(row.status) &&
      row.counts.created + row.counts.updated > 0,
  }
}
