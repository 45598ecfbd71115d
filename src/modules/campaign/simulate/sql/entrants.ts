import { PROFILE, PURCHASE } from "../../../profile/tables"
import { withProduct } from "../../sql/enter"

const ENTRANT = `
  p.id::float8 as profile_id, coalesce(p.time_zone, :zone) as zone, nullif(trim(concat_ws(' ', p.first_name, p.last_name)), '') as name, p.email,
  ${withProduct("f.context")} as context,
  (select min(u.placed_at) from ${PURCHASE} u where u.profile_id = p.id and u.counted and u.placed_at > f.at) as ordered_at
`

/**
 * The people whom something has let in last, each once, the latest first.
 * @param found - select of `profile_id`, `at` and `context`
 * @param may - select of `profile_id`: who may come in, or null for everybody
 */
export function lastEntrants(found: string, may: string | null): string {
  return `
    select ${ENTRANT}, f.at
    from (select distinct on (profile_id) profile_id, at, context from (${found}) found order by profile_id, at desc) f
    join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
    ${may ? `join (${may}) may on may.profile_id = f.profile_id` : ""}
    order by f.at desc, f.profile_id
    limit :limit
  `
}

/**
 * One person, who comes in now by what has let them in last.
 * @param found - select of `profile_id`, `at` and `context`, or null where it is not known
 */
export function oneEntrantBy(found: string | null): string {
  const last = `(select context from (${found}) found where profile_id = :person order by at desc limit 1)`
  return `
    select ${ENTRANT}, f.at
    from (
      select :person::bigint as profile_id, :now::timestamptz as at, coalesce(${found ? last : "null"}, '{}'::jsonb) as context
    ) f
    join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
  `
}
