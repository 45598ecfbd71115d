import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne, type SqlFragment } from "../../../lib/db"
import { inTransaction } from "../../../lib/transaction"
import type { CompiledRule } from "../../../rules/compile"
import { currentPeople } from "../../profile/identity/people-now"
import {
  ADD_MEMBERS,
  CHANGES_OF,
  DIRTY,
  LOG_CHANGE,
  RECOUNT,
  REMOVE_MEMBERS,
  TAKE_CHANGE,
  WOULD_CHANGE,
} from "../sql/audience"

type Numbered = { no: number }
type By = { now: Date; actor: string | null; source: string }
type Moved = { ids: string[]; count: number }

/** What one change did; `id` undoes it. */
export type MemberChange = { id: number; count: number }

/** Adds whom a select of `profile_id` names and who is not in it yet. */
export async function addMembers(
  db: Db,
  audience: Numbered,
  members: SqlFragment,
  by: By
): Promise<MemberChange> {
  const moved = (await queryOne<Moved>(db, ADD_MEMBERS(members.sql), {
    ...members.params,
    no: audience.no,
    now: by.now,
  }))!
  return keep(db, audience, moved, true, by)
}

/** Takes some profiles out. */
export async function removeMembers(
  db: Db,
  audience: Numbered,
  profiles: number[],
  by: By
): Promise<MemberChange> {
  const moved = (await queryOne<Moved>(db, REMOVE_MEMBERS, { no: audience.no, profiles }))!
  return keep(db, audience, moved, false, by)
}

/**
 * Takes a change of members back.
 * @throws MedusaError `not_found` when there is no such change or it was taken back before
 */
export async function undoChange(
  db: Db,
  audience: Numbered,
  change: number,
  by: By
): Promise<MemberChange> {
  return inTransaction(db, async (trx) => {
    const taken = await queryOne<{ added: boolean; profile_ids: string[] }>(trx, TAKE_CHANGE, {
      no: audience.no,
      change,
      now: by.now,
    })
    if (!taken) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Change ${change} was not found, or it was undone before`
      )
    }
    const profiles = await currentPeople(trx, taken.profile_ids.map(Number))
    return taken.added
      ? removeMembers(trx, audience, profiles, by)
      : addMembers(trx, audience, profileList(profiles), by)
  })
}

/** Some profiles by their numbers, as a select of `profile_id`. */
export function profileList(profiles: number[]): SqlFragment {
  return { sql: `select unnest(:profiles::bigint[]) as profile_id`, params: { profiles } }
}

export type ChangeRow = {
  id: number
  at: Date
  actor_id: string | null
  added: boolean
  source: string
  undone_at: Date | null
  count: number
}

/** The latest changes of an audience's members. */
export function memberChanges(db: Db, audience: Numbered): Promise<ChangeRow[]> {
  return query<ChangeRow>(db, CHANGES_OF, { no: audience.no })
}

/** How the members would differ if the rule decided now, with up to ten profile numbers each way. */
export async function wouldChange(
  db: Db,
  audience: Numbered,
  rule: CompiledRule
): Promise<{ enter: number; leave: number; entering: number[]; leaving: number[] }> {
  const row = (await queryOne<{
    enter: number
    leave: number
    entering: string[]
    leaving: string[]
  }>(db, WOULD_CHANGE(rule.sql), { ...rule.params, no: audience.no }))!
  return { ...row, entering: row.entering.map(Number), leaving: row.leaving.map(Number) }
}

async function keep(
  db: Db,
  { no }: Numbered,
  moved: Moved,
  added: boolean,
  by: By
): Promise<MemberChange> {
  const { id } = (await queryOne<{ id: number }>(db, LOG_CHANGE, {
    no,
    added,
    profiles: moved.ids,
    now: by.now,
    actor: by.actor,
    source: by.source,
  }))!
  await execute(db, DIRTY, { profiles: moved.ids })
  await execute(db, RECOUNT, { no })
  return { id, count: moved.count }
}
