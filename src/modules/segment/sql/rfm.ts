import { fifths, groupCase, score } from "../../profile/sql/rfm"

const NOW = `:now::timestamptz`
const endOf = (day: string) => `((${day}::date + 1)::timestamp at time zone :zone)`

/** Which scores come by the limits `:r_limits` (of days with a minus), `:f_limits` and `:m_limits`, the rest in fifths. */
export type ByLimits = { r: boolean; f: boolean; m: boolean }

/**
 * Everybody who had bought by an instant, with scores and group. Who bought only before the window has 1-1-1, as the
 * profile's own scores do.
 * @param at an expression for the instant
 * @param base a select of `profile_id` of whom to look at
 */
const scored = (at: string, base: string, by: ByLimits) => {
  const limits = (name: keyof ByLimits, value: string) =>
    `${name} as materialized (${by[name] ? `select :${name}_limits::numeric[] as limits` : fifths(value)})`
  return `
  with bought as materialized (
    select profile_id, (${at} at time zone :zone)::date - (max(placed_at) at time zone :zone)::date as days,
      count(*) as orders, coalesce(sum(net_base), 0) as revenue
    from engage_purchase
    where counted and placed_at <= ${at}
      and placed_at > ${at} - make_interval(days => :window_days)
      and profile_id in (${base})
    group by profile_id
  ), ${limits("r", "-days")}, ${limits("f", "orders")}, ${limits("m", "revenue")}
  select s.*, case ${groupCase} end as rfm_group
  from (
    select bought.*, ${score("-days", "r.limits")} as r, ${score("orders", "f.limits")} as f, ${score("revenue", "m.limits")} as m
    from bought, r, f, m
  ) s
`
}

const before = (at: string, base: string) => `
  select profile_id from engage_purchase
  where counted and placed_at <= ${at} - make_interval(days => :window_days) and profile_id in (${base})
`

/** Whole days of the shop until `:at`; what came after that is no day ago. */
const daysSince = (instant: string) =>
  `case when ${instant} is not null
    then greatest(0, (:at::timestamptz at time zone :zone)::date - (${instant} at time zone :zone)::date) end`

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

/** The same of everybody, by the scores that profiles carry since `:at`. */
export const RFM_CARRIED = `
  select r, f, m, people, revenue, single,
    ${daysSince("latest")} as days_from, ${daysSince("earliest")} as days_to,
    orders_from, orders_to, value_from, value_to
  from (
    select r::int, f::int, m::int, count(*)::int as people, sum(revenue_365)::float8 as revenue,
      count(*) filter (where orders_365 = 1)::int as single,
      max(last_order_at) filter (where orders_365 > 0) as latest,
      min(last_order_at) filter (where orders_365 > 0) as earliest,
      min(orders_365) filter (where orders_365 > 0) as orders_from, max(orders_365) filter (where orders_365 > 0) as orders_to,
      min(revenue_365::float8) filter (where orders_365 > 0) as value_from,
      max(revenue_365::float8) filter (where orders_365 > 0) as value_to
    from engage_profile
    where removed_at is null and r is not null
    group by r, f, m
  ) cells
`

/** How many people nobody has scored, because they had never bought. */
export const RFM_CARRIED_PROSPECTS = `
  select count(*)::int as people from engage_profile where removed_at is null and r is null
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
