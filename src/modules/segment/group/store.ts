import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { GROUP_BY_ID, groupDifference } from "../../profile/shop/customer-groups"
import { membersOf } from "../read"
import { FOLLOW, FOLLOWED, FOLLOWED_DUE, NOTE_SYNC, SYNC_LOG, UNFOLLOW } from "../sql/group"

type Numbered = { no: number }

/** A customer group that follows a segment. */
export type FollowedRow = {
  segment_no: number
  segment_id: string
  segment_name: string
  group_id: string
  synced_at: Date | null
  error: string | null
}

/** Medusa customers to add to and to remove from a group. */
export type GroupDifference = { add: string[]; remove: string[] }

/** The group that follows a segment, with its name as the shop has it now. */
export async function followedGroup(
  db: Db,
  segment: Numbered
): Promise<(FollowedRow & { group_name: string | null }) | null> {
  const [row] = await query<FollowedRow>(db, FOLLOWED, { no: segment.no, group: null })
  if (!row) return null
  const group = await queryOne<{ name: string }>(db, GROUP_BY_ID, { group: row.group_id })
  return { ...row, group_name: group?.name ?? null }
}

/**
 * What a sync would do to a group, by the segment's members as last computed.
 * @throws MedusaError `not_found` when the shop has no such group
 */
export async function groupDiff(
  db: Db,
  segment: Numbered,
  group: string
): Promise<GroupDifference> {
  if (!(await queryOne(db, GROUP_BY_ID, { group }))) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Customer group with id ${group} was not found: it may have been deleted; choose another`
    )
  }
  const members = membersOf(segment)
  return (await queryOne<GroupDifference>(db, groupDifference(members.sql), {
    ...members.params,
    group,
  }))!
}

/**
 * Lets a group follow a segment from now on.
 * @throws MedusaError `not_allowed` when the group follows another segment: two would undo each other
 */
export async function follow(db: Db, segment: Numbered, group: string): Promise<void> {
  const others = await query<FollowedRow>(db, FOLLOWED, { no: null, group })
  const other = others.find((row) => row.segment_no !== segment.no)
  if (other) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The group follows the segment "${other.segment_name}" already: stop that first, or choose another group`
    )
  }
  await execute(db, FOLLOW, { no: segment.no, group })
}

/** Stops following; the group keeps the customers it has. */
export async function unfollow(db: Db, segment: Numbered): Promise<void> {
  await execute(db, UNFOLLOW, { no: segment.no })
}

/** The segments whose groups have to be brought in line. */
export async function segmentsToSync(db: Db): Promise<string[]> {
  return (await query<{ id: string }>(db, FOLLOWED_DUE)).map((row) => row.id)
}

/** Notes what a sync did, or why it failed. */
export async function noteSync(
  db: Db,
  segment: Numbered,
  done: { now: Date; added: number; removed: number; error: string | null }
): Promise<void> {
  await execute(db, NOTE_SYNC, { no: segment.no, ...done })
}

/** The latest syncs that changed something or failed. */
export function syncLog(
  db: Db,
  segment: Numbered
): Promise<{ at: Date; added: number; removed: number; error: string | null }[]> {
  return query(db, SYNC_LOG, { no: segment.no })
}
