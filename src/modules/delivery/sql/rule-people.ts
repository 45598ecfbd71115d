import { CONTACT_RULE } from "../tables"

// Segments are written by the module of that name, which stands above this one: here they are only looked at.
const SEGMENT = "engage_segment"
const MEMBERSHIP = "engage_membership"

/** People in a segment of the contact rule with a number, as they are kept now; a segment that is gone has nobody. */
export function ruleMembers(no: number, and = ""): string {
  return `
    select m.profile_id
    from ${CONTACT_RULE} c
    join ${SEGMENT} g on g.id = any(c.segment_ids) and g.deleted_at is null
    join ${MEMBERSHIP} m on m.segment_no = g.no
    where c.no = ${no} ${and}
  `
}

/** The segments with some ids that there are. */
export const SEGMENTS_BY_ID = `
  select id, name from ${SEGMENT} where id = any(:ids::text[]) and deleted_at is null order by name, id
`

/** Rules that are for people in or outside some segments. */
export const RULES_USING = `
  select c.id, c.name, c.enabled, s.segment_id
  from ${CONTACT_RULE} c
  join unnest(:segments::text[]) as s (segment_id) on s.segment_id = any(c.segment_ids)
  where c.deleted_at is null
  order by c.no
`
