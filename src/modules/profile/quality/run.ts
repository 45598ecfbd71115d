import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { QualityField, QualityRule } from "../../../types/quality"
import { type ContactInput, contactFacts } from "../contact/facts"
import { WRITE_CONTACTS } from "../sql/contact"
import { asValues, differences, type Values } from "./plan"
import type { RunRow } from "./runs"
import { readQualitySettings } from "./settings"
import {
  ADVANCE_RUN,
  ADVANCE_UNDO,
  BEGIN_RUN,
  CHANGES_TO_UNDO,
  CHUNK,
  CLAIM_RUN,
  INSERT_CHANGES,
  PEOPLE_TO_UNDO,
  STANDS,
} from "./sql/runs"

/** People in one transaction, as many as {@link file://../contact/due.ts} reads at once. */
const BATCH = 5_000

type Shop = { country?: string; timeZone: string }
type Claimed = RunRow & { position: number }
type Stands = Omit<Values, "email_reason" | "phone_reason" | "time_zone_confidence"> & {
  time_zone_confidence: number
}

/**
 * Works on the oldest open run for one batch of people.
 * @returns whether there may be more to do
 */
export async function runBatch(db: Db, shop: Shop, now: Date): Promise<boolean> {
  return db.transaction(async (trx) => {
    const run = await queryOne<Claimed>(trx, CLAIM_RUN)
    if (!run) return false
    if (run.state === "undoing") await undoSome(trx, run, now)
    else await lookAtSome(trx, run, shop, now)
    return true
  })
}

async function lookAtSome(db: Db, run: Claimed, shop: Shop, now: Date): Promise<void> {
  const { id } = run
  if (run.state === "waiting") await execute(db, BEGIN_RUN, { id, now })
  const people = await query<ContactInput & { stands: Stands }>(db, CHUNK, {
    after: run.position,
    limit: BATCH,
  })
  const rules = { ...(await readQualitySettings(db)), ...switchedOn(run.rules) }
  const found = people.map((input) => {
    const { email_reason, phone_reason } = input
    const stands = asValues({ ...input.stands, email_reason, phone_reason })
    const facts = contactFacts(input, { rules, shop, now })
    return { input, stands, facts, changes: differences(run.rules, stands, facts) }
  })
  const changed = found.filter(({ changes }) => changes.length)
  const notes = changed.flatMap(({ input, changes }) =>
    changes.map((change) => ({ id: input.id, ...change }))
  )
  await execute(db, INSERT_CHANGES, { run: id, rows: JSON.stringify(notes) })
  if (run.kind === "repair") {
    const rows = changed.map(({ input, facts, changes }) => ({
      ...input.stands,
      ...reasons(input),
      ...Object.fromEntries(changes.map(({ field, after }) => [field, after])),
      ...times(facts, changes),
      id: input.id,
    }))
    await execute(db, WRITE_CONTACTS, { rows: JSON.stringify(rows) })
  }
  await execute(db, ADVANCE_RUN, {
    id,
    now,
    position: people.at(-1)?.id ?? run.position,
    checked: people.length,
    changed: changed.length,
    more: people.length === BATCH,
  })
}

/** The rules of a run count as on, whether or not they are. */
function switchedOn(rules: QualityRule[]): Partial<Record<QualityRule, true>> {
  return Object.fromEntries(rules.map((rule) => [rule, true]))
}

type Reasons = Pick<
  ContactInput,
  "email_reason" | "email_invalid_at" | "phone_reason" | "phone_invalid_at"
>

function reasons(row: Reasons): Reasons {
  const { email_reason, email_invalid_at, phone_reason, phone_invalid_at } = row
  return { email_reason, email_invalid_at, phone_reason, phone_invalid_at }
}

/** Since when a value is invalid goes with the reason. */
function times(facts: Reasons, changes: { field: QualityField }[]): Partial<Reasons> {
  const has = (field: QualityField) => changes.some((change) => change.field === field)
  return {
    ...(has("email_reason") && { email_invalid_at: facts.email_invalid_at }),
    ...(has("phone_reason") && { phone_invalid_at: facts.phone_invalid_at }),
  }
}

/** Puts back what the run changed, where the value is still what the run made of it. */
async function undoSome(db: Db, run: Claimed, now: Date): Promise<void> {
  const ids = await query<{ id: number }>(db, PEOPLE_TO_UNDO, {
    run: run.id,
    after: run.position,
    limit: BATCH,
  })
  const people = ids.map(({ id }) => id)
  const stands = await query<Stands & Reasons & { id: number }>(db, STANDS, { people })
  const notes = await query<{ id: number; before: Partial<Values>; after: Partial<Values> }>(
    db,
    CHANGES_TO_UNDO,
    { run: run.id, people }
  )
  const noteOf = new Map(notes.map((note) => [note.id, note]))
  const rows = stands.map((row) => {
    const now = asValues(row)
    const { before, after } = noteOf.get(row.id)!
    const fields = (Object.keys(before) as QualityField[]).filter((f) => now[f] === after[f])
    return { ...row, ...Object.fromEntries(fields.map((field) => [field, before[field]])) }
  })
  await execute(db, WRITE_CONTACTS, { rows: JSON.stringify(rows) })
  await execute(db, ADVANCE_UNDO, {
    id: run.id,
    now,
    position: people.at(-1) ?? run.position,
    more: people.length === BATCH,
  })
}
