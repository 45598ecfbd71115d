import { RFM_GRID } from "../metrics/rfm-groups"

/** `when` branches from the scores `r` and `f` to the name of their group. */
export const groupCase = Object.entries(RFM_GRID)
  .map(([group, cells]) => `when r * 10 + f in (${cells.join(", ")}) then '${group}'`)
  .join("\n        ")

const SCORES = [2, 3, 4, 5]

/**
 * Score 1 to 5 of a value, of which more is better.
 * @param limits four values from which the scores 2 to 5 begin, worst to best; `null` for a score that nobody has
 */
export const score = (value: string, limits: string) => {
  const whens = [...SCORES].reverse().map((n) => `when ${value} >= ${limits}[${n - 1}] then ${n}`)
  return `(case ${whens.join(" ")} else 1 end)::smallint`
}

/**
 * The limits that part the rows of `bought` in fifths by mid-rank (docs/guide/rfm.md), so that people with the same value
 * get the same score. Distinct values are ranked, of which there are far fewer than people.
 */
export const fifths = (value: string) => `
  select array[${SCORES.map((n) => `min(v) filter (where score >= ${n})`).join(", ")}] as limits
  from (
    select v, least(5, 1 + floor(5 * (sum(n) over (order by v) - n / 2.0) / sum(n) over ())) as score
    from (select ${value} as v, count(*) as n from bought group by 1) counted
  ) ranked
`

/**
 * Scores recency, frequency and money of everybody who bought in the window `:window_days` before `:now` and names the
 * group. With `:note`, a change of group is noted in the history. Who bought only before the window is lost (1-1-1); who
 * never bought has no scores. Recency is whole days in the shop's zone `:zone`.
 */
export const SCORE_ALL = `
  with bought as materialized (
    select profile_id,
      (:now::timestamptz at time zone :zone)::date - (max(placed_at) at time zone :zone)::date as days,
      count(*) as orders, coalesce(sum(net_base), 0) as revenue
    from engage_purchase
    where counted and placed_at > :now::timestamptz - make_interval(days => :window_days)
    group by profile_id
  ), r as materialized (${fifths("-days")}), f as materialized (${fifths("orders")}), m as materialized (${fifths("revenue")}),
  scored as (
    select profile_id, ${score("-days", "r.limits")} as r, ${score("orders", "f.limits")} as f,
      ${score("revenue", "m.limits")} as m, orders, revenue
    from bought, r, f, m
  ), grouped as (
    select p.id, coalesce(s.r, case when p.orders > 0 then 1 end)::smallint as r,
      coalesce(s.f, case when p.orders > 0 then 1 end)::smallint as f,
      coalesce(s.m, case when p.orders > 0 then 1 end)::smallint as m,
      coalesce(s.orders, 0)::integer as orders_365, coalesce(s.revenue, 0)::bigint as revenue_365
    from engage_profile p left join scored s on s.profile_id = p.id and p.orders > 0
  ), named as (
    select id, r, f, m, orders_365, revenue_365,
      case when r is null then 'no_orders'
        ${groupCase}
      end as rfm_group
    from grouped
  ), changed as (
    update engage_profile p
    set r = n.r, f = n.f, m = n.m, rfm_group = n.rfm_group, orders_365 = n.orders_365, revenue_365 = n.revenue_365
    from named n join engage_profile old on old.id = n.id
    where p.id = n.id and (p.r, p.f, p.m, p.rfm_group, p.orders_365, p.revenue_365)
      is distinct from (n.r, n.f, n.m, n.rfm_group, n.orders_365, n.revenue_365)
    returning p.id, old.rfm_group as was, n.rfm_group as now
  ), noted as (
    insert into engage_value_log (at, profile_id, kind, key, old, new, source)
    select :now, id, 'metric', 'rfm_group', was, now, 'job' from changed where was <> now and :note
  )
  insert into engage_segment_dirty (profile_id) select id from changed order by 1 on conflict do nothing
`
