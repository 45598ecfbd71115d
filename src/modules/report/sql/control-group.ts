import { bucket } from "../../delivery/sql/freeze"
import { PROFILE, PURCHASE } from "../../profile/tables"

/**
 * What people in the control group and all others bought since a time, in minor units of the base currency. Only those who have
 * agreed to a channel: nobody else could have been written to, and they would blur the difference.
 */
export const CONTROL_SIDES = `
  select ${bucket("p.id", ":seed")} < :share::int as control,
    count(*)::float8 as people,
    count(u.revenue)::float8 as buyers,
    coalesce(sum(u.revenue), 0)::float8 as revenue,
    coalesce(sum(u.revenue * u.revenue), 0)::float8 as squares
  from ${PROFILE} p
  left join (
    select profile_id, sum(net_base)::float8 as revenue
    from ${PURCHASE}
    where counted and placed_at >= :since
    group by profile_id
  ) u on u.profile_id = p.id
  where p.removed_at is null and p.subscribed <> 0
  group by 1
`
