import { EVENT_DAY } from "../tables"

/**
 * What comes in from where: when last, on how many of the 14 days before today, and how much in the last 7 days. Sources of
 * the shop's own are there before they have sent anything.
 */
export const ARRIVALS = `
  with days as (
    select source, max(last_at) as last_at,
      count(distinct day) filter (where day between :today::date - 14 and :today::date - 1)::int as days,
      coalesce(sum(events) filter (where day > :today::date - 7), 0)::float8 as week
    from ${EVENT_DAY}
    where day > :today::date - 90
    group by source
  )
  select coalesce(d.source, s.id) as source, s.name, d.last_at, coalesce(d.days, 0) as days, coalesce(d.week, 0) as week
  from days d
  full join (select id, name from engage_source where deleted_at is null and active) s on s.id = d.source
  order by d.last_at desc nulls last, 1
`
