import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { inTransaction } from "../../../lib/transaction"
import { CHANNELS } from "../../../types/common"
import { logChanges } from "../fields/values"
import { REFRESH_SUBSCRIBED } from "../sql/consent"
import {
  CUSTOMERS_OF,
  DROP_DUPLICATES_OF,
  INSERT_MERGE,
  MARK_DIRTY,
  MERGE_CONSENTS,
  MOVE_ROWS,
  SET_MERGED,
  SNAPSHOT,
  WRITE_FACTS,
} from "../sql/merge"
import { syncCustomers } from "../sync/customers"
import { markSegmentsDirty } from "../sync/dirty"
import { LOCK } from "../sync/pass"
import type { SyncSettings } from "../sync/settings"
import { movedTables } from "./moved-tables"
import { combine, type Snapshot } from "./snapshot"

export type MergeInput = {
  kept: number
  gone: number
  /** `staff`, or the rule that found them: `phone`, `name_birthday` … */
  rule: string
  actor?: string | null
  now: Date
}

export type Person = Snapshot & { id: number; removed: boolean; merged_into: number | null }

/**
 * Makes one person of two: identities, purchases, consents, fields, history and visits of `gone` become those of `kept`.
 * Messages stay in the ledger under the number they were sent to, so that their links go on working; pages show them with
 * the kept person. Everything needed to take it back exactly is stored with the merge.
 * @returns the merge's number
 * @throws MedusaError `not_found` or `not_allowed` when one of the two is gone already
 */
export async function mergeProfiles(
  db: Db,
  { kept, gone, rule, actor, now }: MergeInput,
  settings: SyncSettings
): Promise<number> {
  return inTransaction(db, async (trx) => {
    await execute(trx, LOCK)
    const people = await readPeople(trx, [kept, gone])
    const [before, other] = [pick(people, kept), pick(people, gone)]
    const moved = await moveRows(trx, gone, kept)
    await execute(trx, MERGE_CONSENTS, { kept, gone })
    await execute(trx, WRITE_FACTS, {
      id: kept,
      facts: JSON.stringify(combine(before.facts, other.facts)),
    })
    await execute(trx, SET_MERGED, { id: gone, into: kept, now })
    await refreshPeople(trx, [kept, gone], settings)
    const after = pick(await readPeople(trx, [kept]), kept)
    const row = await queryOne<{ id: number }>(trx, INSERT_MERGE, {
      now,
      kept,
      gone,
      rule,
      actor: actor ?? null,
      snapshot: JSON.stringify({ kept: before, gone: other, merged: after.facts }),
      moved: JSON.stringify(moved),
    })
    await execute(trx, DROP_DUPLICATES_OF, { id: gone })
    await noteMerge(trx, kept, { name: nameOf(other), actor, now, key: "merged" })
    return row!.id
  })
}

/** Both people, locked against changes. */
export function readPeople(db: Db, ids: number[]): Promise<Person[]> {
  return query<Person>(db, SNAPSHOT, { ids })
}

/** Reads the people's customers again, and has metrics, segments and subscriptions follow. */
export async function refreshPeople(db: Db, ids: number[], settings: SyncSettings): Promise<void> {
  const customers = await query<{ id: string }>(db, CUSTOMERS_OF, { ids })
  await syncCustomers(
    db,
    customers.map((row) => row.id),
    settings
  )
  await query(db, REFRESH_SUBSCRIBED, { profiles: ids, channels: [...CHANNELS] })
  await execute(db, MARK_DIRTY, { ids })
  await markSegmentsDirty(db, ids)
}

/** Notes in the kept person's history that somebody joined or left it. */
export async function noteMerge(
  db: Db,
  profile: number,
  { name, actor, now, key }: { name: string; actor?: string | null; now: Date; key: string }
): Promise<void> {
  const news = [{ profile_id: profile, key, old: null, new: name }]
  await logChanges(db, "attribute", news, { source: "merge", actor, at: now })
}

/** What to call a person of a snapshot. */
export function nameOf({ facts }: Snapshot): string {
  const name = [facts.first_name, facts.last_name].filter(Boolean).join(" ")
  return name || String(facts.email ?? facts.phone ?? "–")
}

async function moveRows(db: Db, from: number, to: number): Promise<Record<string, unknown[]>> {
  const moved: Record<string, unknown[]> = {}
  for (const table of movedTables()) {
    const row = await queryOne<{ keys: unknown[] }>(db, MOVE_ROWS(table), { from, to })
    moved[table.table] = row!.keys
  }
  return moved
}

function pick(people: Person[], id: number): Person {
  const person = people.find((p) => p.id === id)
  if (!person) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Profile was not found")
  if (person.removed || person.merged_into)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "One of the two profiles has been removed or merged already; reload the page"
    )
  return person
}
