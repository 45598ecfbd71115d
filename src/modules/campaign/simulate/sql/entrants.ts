import { PROFILE, PURCHASE } from "../../../profile/tables"

const ENTRANT = `
  p.id::float8 as profile_id, coalesce(p.time_zone, :zone) as zone, nullif(trim(concat_ws(' ', p.first_name, p.last_name)), '') as name, p.email,
  (select min(u.placed_at) from ${PURCHASE} u where u.profile_id = p.id and u.counted and u.placed_at > f.at) as ordered_at
`

/**
 * The people whom something has let in last, each once, the latest first.
 * @param found - select of `profile_id` and `at`
 * @param may - select of `profile_id`: who may come in, or null for everybody
 */
export function lastEntrants(found: string, may: string | null): string {
  return `
    select ${ENTRANT}, f.at
    from (select profile_id, max(at) as at from (${found}) found group by profile_id) f
    join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
    ${may ? `join (${may}) may on may.profile_id = f.profile_id` : ""}
    order by f.at desc, f.profile_id
    limit :limit
  `
}

/** One person, who comes in now. */
export const ONE_ENTRANT = `
  select ${ENTRANT}, f.at
  from (select :person::bigint as profile_id, :now::timestamptz as at) f
  join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
`
