import { groupCase, score } from "../../profile/sql/rfm"

/** From four limits, worst to best, to a score; fewer days are better, more orders and more money are. */
const byLimits = (value: string, limits: string, fewerIsBetter: boolean) => {
  const better = fewerIsBetter ? "<=" : ">="
  const whens = [4, 3, 2, 1].map((i) => `when ${value} ${better} (${limits})[${i}] then ${i + 1}`)
  return `(case ${whens.join(" ")} else 1 end)::smallint`
}

const NOW = `:now::timestamptz`
const endOf = (day: string) => `((${day}::date + 1)::timestamp at time zone :zone)`

/** Which scores come by limits, the rest by rank. */
export type ByLimits = { r: boolean; f: boolean; m: boolean }

/**
 * Everybody who had bought by an instant, with scores and group. Who bought only before the window has 1-1-1, as the
 * profile's own scores do.
 * @param at an expression for the instant
 * @param base a select of `profile_id` of whom to look at
 */
const scored = (at: string, base: string, limits: ByLimits) => `
  select b.*,
    case ${groupCase} end as rfm_group
  from (
    select profile_id, days, orders, revenue,
      case when days is null then 1 else ${limits.r ? byLimits("days", ":r_limits::numeric[]", true) : score("-days")} end as r,
      case when days is null then 1 else ${limits.f ? byLimits("orders", ":f_limits::numeric[]", false) : score("orders")} end as f,
      case when days is null then 1 else ${limits.m ? byLimits("revenue", ":m_limits::numeric[]", false) : score("revenue")} end as m
    from (
      select profile_id,
        (${at} at time zone :zone)::date - max(placed_at at time zone :zone)::date as days,
        count(*) as orders, coalesce(sum(net_base), 0) as revenue
      from engage_purchase
      where counted and placed_at <= ${at}
        and placed_at > ${at} - make_interval(days => :window_days)
        and profile_id in (${base})
      group by profile_id
    ) bought
  ) b
`

const before = (at: string, base: string) => `
  select profile_id from engage_purchase
  where counted and placed_at <= ${at} - make_interval(days => :window_days) and profile_id in (${base})
`

/** Cells of the cube of scores, with the ranges in each. */
export const RFM_CELLS = (base: string, limits: ByLimits) => `
  with scored as materialized (${scored(NOW, base, limits)}),
  late as (
    select distinct profile_id from (${before(NOW, base)}) b
    where not exists (select 1 from scored s where s.profile_id = b.profile_id)
  )
  select r::int, f::int, m::int, count(*)::int as people, sum(revenue)::float8 as revenue,
    min(days)::int as days_from, max(days)::int as days_to, min(orders)::int as orders_from, max(orders)::int as orders_to,
    min(revenue)::float8 as value_from, max(revenue)::float8 as value_to,
    count(*) filter (where orders = 1)::int as single
  from scored group by r, f, m
  union all
  select 1, 1, 1, count(*)::int, 0, null, null, null, null, null, null, 0 from late having count(*) > 0
`

/** How many people of the base never bought. */
export const RFM_PROSPECTS = (base: string) => `
  select count(*)::int as people from engage_profile p
  where p.removed_at is null and p.orders = 0 and p.id in (${base})
`

const groupsAt = (at: string, base: string) => `
  with scored as materialized (${scored(at, base, { r: false, f: false, m: false })})
  select profile_id, rfm_group from scored
  union all
  select distinct profile_id, 'lost' from (${before(at, base)}) b
  where not exists (select 1 from scored s where s.profile_id = b.profile_id)
`

/** Everybody who had bought by the end of the later of two days, by their groups at both. */
export const RFM_MOVES = (base: string) =>
  `
  with a as materialized (select * from (${groupsAt(endOf(":from"), base)}) x),
    b as materialized (select * from (${groupsAt(endOf(":to"), base)}) x)
  select coalesce(a.rfm_group, 'no_orders') as "from", coalesce(b.rfm_group, 'no_orders') as "to", count(*)::int as people
  from a full join b using (profile_id)
  group by 1, 2
  order by 3 desc, 1, 2
`
