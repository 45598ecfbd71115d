import { MedusaError } from "@medusajs/framework/utils"
import { decodeCursor, decodeTextCursor, encodeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { publicIds, type PublicIds } from "../../../lib/public-id"
import type {
  QualityChange,
  QualityField,
  QualityRule,
  QualityRuleItem,
  QualityRun,
} from "../../../types/quality"
import { QUALITY_RULES } from "../../../types/quality"
import { fullName, PROFILE_ID } from "../read/row"
import { readQualitySettings } from "./settings"
import {
  CANCEL_RUN,
  COUNT_CHANGES,
  DROP_CHANGES,
  GET_RUN,
  INSERT_RUN,
  LAST_RUNS,
  LIST_CHANGES,
  LIST_RUNS,
  UNDO_RUN,
} from "./sql/runs"

/** Prefix of a run's public id. */
const RUN_ID = "qrun"

export type RunRow = Omit<QualityRun, "id" | "created_at" | "finished_at"> & {
  id: number
  created_at: Date
  finished_at: Date | null
}

function present(row: RunRow, ids: PublicIds): QualityRun {
  const { kind, rules, state, total, checked, changed } = row
  return {
    id: ids.seal(RUN_ID, row.id),
    kind,
    rules,
    state,
    total,
    checked,
    changed,
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  }
}

/** Puts a run on the list of the sync loop, which works on one at a time, oldest first. */
export async function startRun(
  db: Db,
  input: { kind: QualityRun["kind"]; rules: QualityRule[]; actor: string | null; now: Date }
): Promise<QualityRun> {
  return present((await queryOne<RunRow>(db, INSERT_RUN, input))!, await publicIds(db))
}

/** @throws MedusaError `not_found` */
export async function getRun(db: Db, id: string): Promise<QualityRun> {
  return present(await findRun(db, id), await publicIds(db))
}

async function findRun(db: Db, id: string): Promise<RunRow> {
  const number = (await publicIds(db)).openOne(RUN_ID, id, "run")
  const row = await queryOne<RunRow>(db, GET_RUN, { id: number })
  if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such run")
  return row
}

/** Runs, the latest first. */
export async function listRuns(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string }
): Promise<{ runs: QualityRun[]; next_cursor: string | null }> {
  const before = decodeCursor(cursor)?.id ?? null
  const found = await query<RunRow>(db, LIST_RUNS, { before, limit: limit + 1 })
  const { rows, next_cursor } = page(found, limit, (row) => ({ value: null, id: row.id }))
  const ids = await publicIds(db)
  return { runs: rows.map((row) => present(row, ids)), next_cursor }
}

/** All rules with their switch, and the last time each was looked at and applied to everybody. */
export async function listRules(db: Db): Promise<QualityRuleItem[]> {
  const settings = await readQualitySettings(db)
  const ids = await publicIds(db)
  const last = await query<RunRow & { rule: QualityRule }>(db, LAST_RUNS)
  const lastOf = (rule: QualityRule, kind: QualityRun["kind"]) => {
    const row = last.find((run) => run.rule === rule && run.kind === kind)
    return row ? present(row, ids) : null
  }
  return QUALITY_RULES.map((rule) => ({
    rule,
    enabled: settings[rule],
    count: rule === "soft_bounce" ? settings.soft_bounce_count : null,
    days: rule === "soft_bounce" ? settings.soft_bounce_days : null,
    last_run: lastOf(rule, "repair"),
    last_check: lastOf(rule, "check"),
  }))
}

/**
 * Stops a run; what it has changed so far stays, and can be undone.
 * @throws MedusaError `not_allowed` when it is over
 */
export async function cancelRun(db: Db, id: string, now: Date): Promise<QualityRun> {
  const run = await findRun(db, id)
  if (!(await execute(db, CANCEL_RUN, { id: run.id, now })))
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This run is over; there is nothing to stop"
    )
  return getRun(db, id)
}

/**
 * Has everything put back that a repair changed and that nobody has changed since.
 * @throws MedusaError `not_allowed` when it is no finished repair that changed something
 */
export async function undoRun(db: Db, id: string): Promise<QualityRun> {
  const run = await findRun(db, id)
  if (!(await execute(db, UNDO_RUN, { id: run.id })))
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Only a repair that is over and changed something can be undone, and only once"
    )
  return getRun(db, id)
}

/** How many people a run changes in each field. */
export async function countChanges(
  db: Db,
  id: string
): Promise<{ field: QualityField; people: number }[]> {
  return query(db, COUNT_CHANGES, { run: (await findRun(db, id)).id })
}

type ChangeRow = {
  id: number
  field: QualityField
  before: string | null
  after: string | null
  first_name: string | null
  last_name: string | null
  email: string | null
}

/** What a run would change, or did, by person. */
export async function listChanges(
  db: Db,
  run: string,
  { limit, cursor, field }: { limit: number; cursor?: string; field?: QualityField }
): Promise<{ changes: QualityChange[]; next_cursor: string | null }> {
  const after = decodeTextCursor(cursor)
  const found = await query<ChangeRow>(db, LIST_CHANGES, {
    run: (await findRun(db, run)).id,
    after_id: after?.value ?? 0,
    after_field: after?.id ?? "",
    field: field ?? null,
    limit: limit + 1,
  })
  const ids = await publicIds(db)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    changes: rows.map(({ id, field, before, after, email, ...names }) => ({
      profile_id: ids.seal(PROFILE_ID, id),
      name: fullName(names),
      email,
      field,
      before,
      after,
    })),
    next_cursor:
      last && found.length > limit ? encodeCursor({ value: last.id, id: last.field }) : null,
  }
}

/** Forgets what runs changed that began before a day; they can no longer be undone. */
export async function dropOldChanges(db: Db, before: Date): Promise<void> {
  await execute(db, DROP_CHANGES, { before })
}
