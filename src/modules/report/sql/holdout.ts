import { HELD_OUT } from "../../campaign/sql/holdout"
import { CAMPAIGN_VERSION, ENROLLMENT } from "../../campaign/tables"
import { PURCHASE } from "../../profile/tables"

/**
 * What people ordered within `:days` days after they first came into a campaign that kept some out, or would have; in minor
 * units of the base currency. A person is on the side on which they were first. Parameters: `id`, `version` (null for all).
 */
export const HOLDOUT_SIDES = `
  with came as (
    select distinct on (e.profile_id) e.profile_id, e.entered_at as at, e.reason is not distinct from '${HELD_OUT}' as held_out
    from ${ENROLLMENT} e
    join ${CAMPAIGN_VERSION} v on v.campaign_id = e.campaign_id and v.version = e.version and (v.plan ->> 'holdout')::int > 0
    where e.campaign_id = :id and (:version::int is null or e.version = :version)
    order by e.profile_id, e.id
  ), bought as (
    select c.profile_id, count(*)::float8 as orders, sum(u.net_base)::float8 as revenue
    from came c
    join ${PURCHASE} u on u.profile_id = c.profile_id and u.counted
      and u.placed_at > c.at and u.placed_at < c.at + make_interval(days => :days)
    group by c.profile_id
  )
  select c.held_out, count(*)::float8 as people, count(b.profile_id)::float8 as buyers,
    coalesce(sum(b.orders), 0)::float8 as orders, coalesce(sum(b.orders * b.orders), 0)::float8 as order_squares,
    coalesce(sum(b.revenue), 0)::float8 as revenue, coalesce(sum(b.revenue * b.revenue), 0)::float8 as squares
  from came c
  left join bought b using (profile_id)
  group by c.held_out
`
