import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { ImportMapping, ImportStatus } from "../../../types/transfer"
import type { ImportKind } from "../kinds/kind"
import { SAVE_MAPPING, SET_STATUS } from "../sql/imports"
import { NO_COUNTS } from "./outcome"
import { columnsKey } from "./suggest"
import { getImport, type ImportRecord } from "./store"

const OVER: ImportStatus[] = ["done", "cancelled", "undone", "failed"]

const SAYS: Record<ImportStatus, string> = {
  mapping: "has not been started",
  checking: "is being checked",
  checked: "has been checked",
  running: "is running",
  done: "is done",
  cancelled: "was cancelled",
  undoing: "is being undone",
  undone: "was undone",
  failed: "has failed",
}

/** Tries the whole file without writing anything. */
export function checkImport(db: Db, kind: ImportKind, id: string, now: Date) {
  return begin(db, kind, id, "checking", now)
}

/** Lets the import write. What it has written when it is cancelled stays, and can be undone. */
export function startImport(db: Db, kind: ImportKind, id: string, now: Date) {
  return begin(db, kind, id, "running", now)
}

async function begin(
  db: Db,
  kind: ImportKind,
  id: string,
  status: "checking" | "running",
  now: Date
): Promise<ImportRecord> {
  const record = await getImport(db, id)
  await refuseBadMapping(db, kind, record.columns, record.mapping)
  await execute(db, SAVE_MAPPING, {
    kind: record.kind,
    key: columnsKey(record.columns),
    mapping: JSON.stringify(record.mapping),
    now,
  })
  return setStatus(db, id, ["mapping", "checked"], status, now, true)
}

/** Stops a check or an import after the batch in hand. */
export async function cancelImport(db: Db, id: string, now: Date): Promise<ImportRecord> {
  const { status } = await getImport(db, id)
  return status === "checking"
    ? setStatus(db, id, ["checking"], "mapping", now)
    : setStatus(db, id, ["running"], "cancelled", now)
}

/** Takes back what the import wrote, as far as nobody has changed it since. */
export async function undoImport(db: Db, id: string, now: Date): Promise<ImportRecord> {
  const record = await getImport(db, id)
  if (record.rows_gone) refuse("Its rows are no longer kept, so it cannot be undone")
  return setStatus(db, id, ["done", "cancelled", "failed"], "undoing", now)
}

/** Moves an import from one status to another. @throws MedusaError `not_allowed` when it is in none of `from` */
export async function setStatus(
  db: Db,
  id: string,
  from: ImportStatus[],
  status: ImportStatus,
  now: Date,
  rewind = false,
  error: string | null = null
): Promise<ImportRecord> {
  const row = await queryOne<ImportRecord>(db, SET_STATUS, {
    id,
    from,
    status,
    rewind,
    now,
    error,
    over: OVER,
    zero: JSON.stringify(NO_COUNTS),
  })
  if (!row) {
    const { status: actual } = await getImport(db, id)
    refuse(`The import ${SAYS[actual]}: reload the page to see how it stands`)
  }
  await wake(db, "engage_transfer")
  return row!
}

/** @throws MedusaError `invalid_data` naming the field that is missing or the column that is not in the file */
export async function refuseBadMapping(
  db: Db,
  kind: ImportKind,
  columns: string[],
  mapping: ImportMapping
): Promise<void> {
  const fields = await kind.fields(db)
  for (const [key, column] of Object.entries(mapping)) {
    if (!fields.some((field) => field.key === key))
      invalid(
        `mapping: there is no field ${key}; the fields are ${fields.map((f) => f.key).join(", ")}`
      )
    if (!columns.includes(column)) invalid(`mapping: the file has no column "${column}"`)
  }
  for (const field of fields)
    if (field.required && !mapping[field.key])
      invalid(`mapping: choose the column for ${field.label}`)
  if (!kind.identifiedBy.some((key) => mapping[key])) {
    const labels = fields.filter((f) => kind.identifiedBy.includes(f.key)).map((f) => f.label)
    invalid(`mapping: choose the column for one of ${labels.join(", ")}`)
  }
}

function invalid(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
