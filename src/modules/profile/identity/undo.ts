import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import { inTransaction } from "../../../lib/transaction"
import { DECIDE_FOR_PEOPLE } from "../quality/sql/domains"
import { KEEP_APART } from "../sql/duplicates"
import {
  END_MERGE,
  MERGE_BY_ID,
  MOVE_BACK,
  MOVE_NEWER_PURCHASES,
  RESTORE_CONSENTS,
  SET_MERGED,
  UNMERGE_CONSENTS,
  WRITE_FACTS,
} from "../sql/merge"
import { LOCK } from "../sync/pass"
import type { SyncSettings } from "../sync/settings"
import { movedTables } from "./moved-tables"
import { nameOf, noteMerge, readPeople, refreshPeople } from "./merge"
import { type Facts, separate, type Snapshot } from "./snapshot"

type Merge = {
  id: number
  rule: string
  kept: number
  gone: number
  snapshot: { kept: Snapshot; gone: Snapshot; merged: Facts }
  moved: Record<string, unknown[]>
  undone_at: Date | null
}

/**
 * Makes two people again of one that was merged: every row that moved goes back, and facts and consents are as they were,
 * except what changed since the merge. New purchases go with the customer who made them.
 * @returns the numbers of both people
 * @throws MedusaError `not_found`, or `not_allowed` when it is undone already or a later merge stands in the way
 */
export async function undoMerge(
  db: Db,
  input: { id: number; actor?: string | null; now: Date },
  settings: SyncSettings
): Promise<{ kept: number; gone: number }> {
  return inTransaction(db, async (trx) => {
    await execute(trx, LOCK)
    const merge = await loadMerge(trx, input.id)
    const { kept, gone, snapshot, moved } = merge
    const [current] = await readPeople(trx, [kept])
    if (!current || current.merged_into) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The kept profile has been merged into another since; undo that merge first"
      )
    }
    await execute(trx, SET_MERGED, { id: gone, into: null, now: input.now })
    for (const table of movedTables()) {
      const keys = JSON.stringify(moved[table.table] ?? [])
      await execute(trx, MOVE_BACK(table), { from: kept, to: gone, keys })
    }
    await execute(trx, MOVE_NEWER_PURCHASES, { from: kept, to: gone })
    await restoreConsents(trx, merge)
    const facts = separate(snapshot.kept.facts, snapshot.merged, current.facts)
    await execute(trx, WRITE_FACTS, { id: kept, facts: JSON.stringify(facts) })
    await execute(trx, WRITE_FACTS, { id: gone, facts: JSON.stringify(snapshot.gone.facts) })
    await refreshPeople(trx, [kept, gone], settings)
    await keepApart(trx, merge, { actor: input.actor ?? null, now: input.now })
    await execute(trx, END_MERGE, { id: input.id, now: input.now, actor: input.actor ?? null })
    const name = nameOf(snapshot.gone)
    await noteMerge(trx, kept, { name, actor: input.actor, now: input.now, key: "unmerged" })
    return { kept, gone }
  })
}

/** No rule merges the two again; an address whose correction had joined them is theirs as it was typed. */
async function keepApart(
  db: Db,
  { kept, gone, rule }: Merge,
  by: { actor: string | null; now: Date }
): Promise<void> {
  await execute(db, KEEP_APART, { kept, gone, ...by })
  if (rule !== "email") return
  await execute(db, DECIDE_FOR_PEOPLE, { profiles: [kept, gone], decision: "dismissed", ...by })
}

async function loadMerge(db: Db, id: number): Promise<Merge> {
  const merge = await queryOne<Merge>(db, MERGE_BY_ID, { id })
  if (!merge) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Merge was not found")
  if (merge.undone_at)
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This merge has been undone already")
  return merge
}

async function restoreConsents(db: Db, { kept, gone, snapshot }: Merge): Promise<void> {
  const other = JSON.stringify(snapshot.gone.consents)
  await execute(db, UNMERGE_CONSENTS, { id: kept, gone: other })
  await execute(db, RESTORE_CONSENTS, {
    id: kept,
    consents: JSON.stringify(snapshot.kept.consents),
  })
  await execute(db, RESTORE_CONSENTS, { id: gone, consents: other })
}
