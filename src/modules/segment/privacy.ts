import { type Db, execute } from "../../lib/db"
import { type PersonalData, readStored } from "../profile/privacy/personal-data"

const OF_PERSON = `t.profile_id = any(:profiles::bigint[])`

/** Where somebody is and was a member. */
export function segmentData(db: Db, profiles: number[]): Promise<PersonalData> {
  return readStored(
    db,
    [
      ["Segments", "engage_membership", OF_PERSON],
      ["Segments entered and left", "engage_membership_log", OF_PERSON],
      ["Audiences", "engage_audience_member", OF_PERSON],
    ],
    profiles
  )
}

/** Takes somebody out of all segments and audiences. @returns rows gone, by table */
export async function eraseMemberships(
  db: Db,
  profiles: number[]
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const table of ["engage_membership", "engage_membership_log", "engage_audience_member"])
    gone[table] = await execute(
      db,
      `delete from ${table} where profile_id = any(:profiles::bigint[])`,
      { profiles }
    )
  return gone
}
