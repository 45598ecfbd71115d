import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { inTransaction } from "../../../lib/transaction"
import { wake } from "../../../lib/wake"
import type { ImportOutcome } from "../../../types/transfer"
import { readDueContacts } from "../../profile/contact/due"
import { KINDS } from "../kinds/all"
import type { ImportContext, ImportKind, MappedRow, RowResult } from "../kinds/kind"
import {
  ADVANCE,
  ANY_BUSY,
  CLAIM,
  END_CHECK,
  NEXT_ROWS,
  ROWS_TO_UNDO,
  WRITE_RESULTS,
} from "../sql/imports"
import { addOutcomes, codeOf } from "./outcome"
import { setStatus } from "./steer"
import type { ImportRecord } from "./store"

/** Rows of one transaction. */
const BATCH = 1_000

type Row = { row: number; cells: string[]; unreadable: boolean }

/** Thrown to take back what a check has tried. */
class Tried extends Error {
  constructor(readonly results: RowResult[]) {
    super("tried")
  }
}

/**
 * Deals with the next batch of one import that is being checked, run or undone. Results, progress and what the rows wrote are
 * one transaction: a crash repeats a batch and loses none.
 * @returns whether there may be more to do at once
 */
export async function importStep(db: Db, options: EngageOptions, now: Date): Promise<boolean> {
  if (!(await query(db, ANY_BUSY)).length) return false
  let claimed: ImportRecord | undefined
  try {
    return await inTransaction(db, async (trx) => {
      claimed = await queryOne<ImportRecord>(trx, CLAIM)
      if (!claimed) return false
      const { settings, actor, id: importId } = claimed
      const context = { options, settings, importId, actor, now }
      const work = claimed.status === "undoing" ? undoBatch : applyBatch
      await work(trx, KINDS[claimed.kind], claimed, context)
      return true
    })
  } catch (error) {
    if (claimed) await giveUp(db, claimed, error as Error, now)
    throw error
  }
}

async function applyBatch(
  db: Db,
  kind: ImportKind,
  record: ImportRecord,
  context: ImportContext
): Promise<void> {
  const rows = await nextRows(db, kind, record)
  if (!rows.length) return finish(db, record, context.now)
  const mapped = rows.filter((row) => !row.unreadable).map((row) => mapRow(row, record))
  const results =
    record.status === "checking"
      ? await attempt(db, kind, mapped, context)
      : await kind.apply(db, mapped, context)
  if (record.status === "running") await settle(db, context)
  await writeResults(db, record, mapped, results)
  const unreadable = rows.slice(mapped.length).map((): ImportOutcome => "refused")
  const outcomes = [...results.map((result) => result.outcome), ...unreadable]
  const counts = addOutcomes(record.counts, outcomes)
  await execute(db, ADVANCE, {
    id: record.id,
    next: rows.at(-1)!.row,
    counts: JSON.stringify(counts),
  })
}

/** The next rows to deal with; of rows that belong together none is left for the next batch. */
async function nextRows(db: Db, kind: ImportKind, record: ImportRecord): Promise<Row[]> {
  const { no, processed, mapping, columns } = record
  const column = kind.groupedBy && mapping[kind.groupedBy]
  for (let limit = BATCH; ; limit *= 2) {
    const rows = await query<Row>(db, NEXT_ROWS, { no, after: processed, limit })
    if (!column || rows.length < limit) return rows
    const groupOf = (row: Row) => row.cells[columns.indexOf(column)]
    const last = groupOf(rows.at(-1)!)
    let end = rows.length - 1
    while (end && groupOf(rows[end - 1]) === last) end -= 1
    if (end) return rows.slice(0, end)
  }
}

function mapRow({ row, cells }: Row, { mapping, columns }: ImportRecord): MappedRow {
  const values = Object.entries(mapping).map(([field, column]) => [
    field,
    (cells[columns.indexOf(column)] ?? "").trim(),
  ])
  return { row, values: Object.fromEntries(values) }
}

/** What the rows would do: done, and taken back at once. */
async function attempt(
  db: Db,
  kind: ImportKind,
  rows: MappedRow[],
  context: ImportContext
): Promise<RowResult[]> {
  try {
    return await db.transaction(async (trx) => {
      throw new Tried(await kind.apply(trx, rows, context))
    })
  } catch (error) {
    if (error instanceof Tried) return error.results
    throw error
  }
}

function writeResults(
  db: Db,
  record: ImportRecord,
  rows: MappedRow[],
  results: RowResult[]
): Promise<number> {
  const keepsUndo = record.status === "running"
  const written = results.map(({ outcome, message, undo }, i) => ({
    row: rows[i].row,
    outcome: codeOf(outcome),
    message: message ?? null,
    undo: keepsUndo ? (undo ?? null) : null,
  }))
  return execute(db, WRITE_RESULTS, { no: record.no, rows: JSON.stringify(written) })
}

async function finish(db: Db, record: ImportRecord, now: Date): Promise<void> {
  if (record.status === "running") await setStatus(db, record.id, ["running"], "done", now)
  else await execute(db, END_CHECK, { id: record.id })
}

async function undoBatch(
  db: Db,
  kind: ImportKind,
  record: ImportRecord,
  context: ImportContext
): Promise<void> {
  const rows = await query<{ row: number; undo: unknown }>(db, ROWS_TO_UNDO, {
    no: record.no,
    upto: record.processed,
    limit: BATCH,
  })
  if (!rows.length) {
    await setStatus(db, record.id, ["undoing"], "undone", context.now)
    return
  }
  await kind.undo(
    db,
    rows.map((row) => row.undo),
    context
  )
  await settle(db, context)
  const next = rows.at(-1)!.row - 1
  await execute(db, ADVANCE, { id: record.id, next, counts: JSON.stringify(record.counts) })
}

/** Has people found by their new addresses as soon as their rows are done, and all else computed soon after. */
async function settle(db: Db, { options, now }: ImportContext): Promise<void> {
  await readDueContacts(db, options, now)
  await wake(db, "engage_sync")
}

async function giveUp(db: Db, record: ImportRecord, error: Error, now: Date): Promise<void> {
  const message = `row ${record.processed + 1} and on: ${error.message}`
  await setStatus(db, record.id, [record.status], "failed", now, false, message)
}
