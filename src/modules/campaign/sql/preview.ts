import { PROFILE } from "../../profile/tables"
import { MEMBERSHIP, SEGMENT } from "../../segment/tables"

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

/** The profile `p` is in the segment `:way_segment`. */
export const MEMBER_OF = `
  exists (
    select 1
    from ${MEMBERSHIP} m
    where m.segment_no = (select no from ${SEGMENT} where id = :way_segment) and m.profile_id = p.id
  )
`
