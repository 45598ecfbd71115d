import { PROFILE } from "../../profile/tables"
import { MEMBERSHIP, SEGMENT } from "../../segment/tables"
import { ENROLLMENT } from "../tables"
import { entrants } from "./enter"

/**
 * How often something happened, and to how many people.
 * @param found - select of `profile_id` and `at`
 * @param may - select of `profile_id`: who counts, or null for everybody
 */
export function countFound(found: string, may: string | null): string {
  return `
    select count(*)::float8 as times, count(distinct f.profile_id)::float8 as people
    from (${found}) f
    join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
    ${may ? `join (${may}) may on may.profile_id = f.profile_id` : ""}
  `
}

const OF_SEGMENT = `m.segment_no = (select no from ${SEGMENT} where id = :segment)`

/** How many members a segment has now, and how many of them have been in a campaign. */
export const MEMBERS_BEFORE = `
  select count(*)::float8 as members, count(e.profile_id)::float8 as been_in
  from ${MEMBERSHIP} m
  left join (select distinct profile_id from ${ENROLLMENT} where campaign_id = :id) e on e.profile_id = m.profile_id
  where ${OF_SEGMENT}
`

/** How many members of a segment would come in at a moment, for a date known by a key. */
export function membersToCome(may: string | null): string {
  const found = `
    select m.profile_id, :key::text as key, :at::timestamptz as at, '{}'::jsonb as context
    from ${MEMBERSHIP} m
    where ${OF_SEGMENT}`
  return `select count(*)::float8 as people from (${entrants(found, may)}) f`
}

/** The profile `p` is in the segment `:way_segment`. */
export const MEMBER_OF = `
  exists (
    select 1
    from ${MEMBERSHIP} m
    where m.segment_no = (select no from ${SEGMENT} where id = :way_segment) and m.profile_id = p.id
  )
`
