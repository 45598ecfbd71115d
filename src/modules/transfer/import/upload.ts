import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import type { ImportMapping } from "../../../types/transfer"
import { readTable, type TableRow } from "../file/read-table"
import { plainCell } from "../file/safe-cell"
import type { ImportKind } from "../kinds/kind"
import { FINISH_UPLOAD, INSERT_ROWS, SAVED_MAPPING } from "../sql/imports"
import { codeOf } from "./outcome"
import { columnsKey, suggestMapping } from "./suggest"
import { deleteImport, type ImportRecord } from "./store"

const BATCH = 1_000
const MAX_ROWS = 5_000_000

/**
 * Reads an uploaded file into the import, batch by batch, and proposes which column is what: as it was mapped for the last
 * file with these columns, else by the columns' names. A file that cannot be read leaves nothing behind.
 * @param wanted - a mapping that came with the file
 * @throws MedusaError `invalid_data`
 */
export async function readUpload(
  db: Db,
  kind: ImportKind,
  record: ImportRecord,
  file: AsyncIterable<Buffer>,
  wanted: ImportMapping | undefined
): Promise<ImportRecord> {
  try {
    const table = await readTable(file)
    const total = await storeRows(db, record.no, table.rows)
    if (!total) throw new MedusaError(MedusaError.Types.INVALID_DATA, "file: it has no rows")
    const columns = table.columns.names
    const mapping = wanted ?? (await proposeMapping(db, kind, columns))
    return (await queryOne<ImportRecord>(db, FINISH_UPLOAD, {
      id: record.id,
      columns: JSON.stringify(columns),
      mapping: JSON.stringify(mapping),
      total,
    }))!
  } catch (error) {
    await deleteImport(db, record.id)
    throw error
  }
}

async function storeRows(db: Db, no: number, rows: AsyncIterable<TableRow>): Promise<number> {
  let total = 0
  let batch: object[] = []
  const write = async () => {
    if (batch.length)
      await execute(db, INSERT_ROWS, {
        no,
        rows: JSON.stringify(batch),
        refused: codeOf("refused"),
      })
    batch = []
  }
  for await (const { cells, problem } of rows) {
    total += 1
    if (total > MAX_ROWS)
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `file: more than ${MAX_ROWS} rows; split it`
      )
    batch.push({ row: total, cells: cells.map(plainCell), message: problem })
    if (batch.length === BATCH) await write()
  }
  await write()
  return total
}

async function proposeMapping(db: Db, kind: ImportKind, columns: string[]): Promise<ImportMapping> {
  const saved = await queryOne<{ mapping: ImportMapping }>(db, SAVED_MAPPING, {
    kind: kind.key,
    key: columnsKey(columns),
  })
  return saved?.mapping ?? suggestMapping(columns, await kind.fields(db))
}
