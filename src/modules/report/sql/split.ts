import { CAMPAIGN_RUN, ENROLLMENT } from "../../campaign/tables"
import { MESSAGE, RUN } from "../../delivery/tables"
import { PURCHASE } from "../../profile/tables"

/** Orders so long after somebody was split count. */
const ORDER_DAYS = 30

/**
 * What became of the people who went each way of a split in a time: who clicked in a message of the campaign since, who
 * reached its goal, and what they ordered since, in minor units of the base currency.
 */
export const ARMS = `
  with went as (
    select e.profile_id, w.way, min(w.at) as at, bool_or(e.reason in ('goal', 'ordered')) as reached
    from ${ENROLLMENT} e
    cross join lateral (
      select one ->> 1 as way, to_timestamp((one ->> 2)::bigint) as at
      from jsonb_array_elements(e.path) one
      where one ->> 0 = :step
    ) w
    where e.campaign_id = :id and w.way = any(:ways::text[])
      and w.at >= date_trunc('second', :from::timestamptz) and (:to::timestamptz is null or w.at <= :to)
    group by e.profile_id, w.way
  ), clicks as (
    select m.profile_id, max(m.clicked_at) as at
    from ${CAMPAIGN_RUN} c
    join ${RUN} r on r.id = c.run_id
    join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at and m.clicked_at is not null
    where c.campaign_id = :id
    group by m.profile_id
  ), bought as (
    select w.profile_id, w.way, sum(u.net_base) as revenue
    from went w
    join ${PURCHASE} u on u.profile_id = w.profile_id and u.counted and u.placed_at > w.at
      and u.placed_at < w.at + interval '${ORDER_DAYS} days'
    group by w.profile_id, w.way
  )
  select w.way, count(*)::float8 as people,
    count(*) filter (where c.at > w.at)::float8 as clicked,
    count(*) filter (where w.reached)::float8 as reached,
    count(b.revenue)::float8 as ordered,
    coalesce(sum(b.revenue), 0)::float8 as revenue,
    coalesce(sum(b.revenue * b.revenue), 0)::float8 as squares
  from went w
  left join clicks c on c.profile_id = w.profile_id
  left join bought b on b.profile_id = w.profile_id and b.way = w.way
  group by w.way
`
