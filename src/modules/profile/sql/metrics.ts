/**
 * Metrics from purchases. `touched` is the temporary table of profile ids to recompute; the same statement recomputes
 * everybody. Formulas: docs/guide/metrics.md. Only counted purchases count; sums are in the shop's base currency.
 */

/** What the purchases `p` of a profile come to. */
export const AGGREGATE = `
  select p.profile_id,
    count(*) filter (where counted)::integer as orders,
    coalesce(sum(items) filter (where counted), 0)::integer as items,
    coalesce(sum(returned) filter (where counted), 0)::integer as returned,
    count(*) filter (where canceled_at is not null)::integer as cancelled_orders,
    count(*) filter (where counted and net_base is null)::integer as unconverted_orders,
    coalesce(sum(net_base) filter (where counted), 0)::bigint as revenue,
    coalesce(sum(gross) filter (where counted and net_base is not null), 0)::bigint as gross,
    coalesce(sum(discount) filter (where counted and net_base is not null), 0)::bigint as discount,
    coalesce(sum(refunded) filter (where counted and net_base is not null), 0)::bigint as refunded,
    coalesce(sum(gross - discount) filter (where canceled_at is not null and net_base is not null), 0)::bigint as cancelled,
    round(sum(net_base) filter (where counted) / nullif(count(*) filter (where counted and net_base is not null), 0))::bigint as aov,
    min(placed_at) filter (where counted) as first_order_at,
    max(placed_at) filter (where counted) as last_order_at,
    (extract(epoch from max(placed_at) filter (where counted) - min(placed_at) filter (where counted)) / 86400
      / nullif(count(*) filter (where counted) - 1, 0))::real as avg_gap_days,
    max(net_base) filter (where counted) as largest_order,
    (array_agg(net_base order by placed_at desc) filter (where counted))[1] as last_order_value,
    (array_agg(net_base order by placed_at desc) filter (where counted))[count(*) filter (where counted)] as first_order_value,
    (array_agg(placed_at order by placed_at desc) filter (where counted))[1:10] as last_orders
  from engage_purchase p
`

/** The median of the gaps between the latest orders, in days; of two orders it is the one gap. */
export const MEDIAN_GAP = `
  case when a.orders < 3 then a.avg_gap_days else (
    select percentile_cont(0.5) within group (order by extract(epoch from a.last_orders[i] - a.last_orders[i + 1]) / 86400)
    from generate_series(1, cardinality(a.last_orders) - 1) i
  )::real end
`

const WRITE = (scope: string, filter: string) => `
  update engage_profile p
  set orders = a.orders, items = a.items, cancelled_orders = a.cancelled_orders, unconverted_orders = a.unconverted_orders,
    revenue = a.revenue, gross = a.gross, discount = a.discount, refunded = a.refunded, cancelled = a.cancelled, aov = a.aov,
    first_order_at = a.first_order_at, last_order_at = a.last_order_at, avg_gap_days = a.avg_gap_days,
    last_orders = a.last_orders, returned = a.returned, first_order_value = a.first_order_value,
    last_order_value = a.last_order_value, largest_order = a.largest_order, median_gap_days = a.median_gap_days,
    updated_at = now(),
    removed_at = case when a.orders + a.cancelled_orders > 0 then null else p.removed_at end
  from (
    select t.profile_id, coalesce(a.orders, 0) as orders, coalesce(a.items, 0) as items,
      coalesce(a.cancelled_orders, 0) as cancelled_orders, coalesce(a.unconverted_orders, 0) as unconverted_orders,
      coalesce(a.revenue, 0) as revenue, coalesce(a.gross, 0) as gross, coalesce(a.discount, 0) as discount,
      coalesce(a.refunded, 0) as refunded, coalesce(a.cancelled, 0) as cancelled, a.aov, a.first_order_at, a.last_order_at,
      a.avg_gap_days, a.last_orders, coalesce(a.returned, 0) as returned, a.first_order_value, a.last_order_value,
      a.largest_order, ${MEDIAN_GAP} as median_gap_days
    from ${scope}
    left join (${AGGREGATE} ${filter} group by p.profile_id) a on a.profile_id = t.profile_id
  ) a
  where p.id = a.profile_id
    and (p.orders, p.items, p.cancelled_orders, p.unconverted_orders, p.revenue, p.gross, p.discount, p.refunded, p.cancelled,
        p.aov, p.first_order_at, p.last_order_at, p.avg_gap_days, p.last_orders, p.returned, p.first_order_value,
        p.last_order_value, p.largest_order, p.median_gap_days)
      is distinct from (a.orders, a.items, a.cancelled_orders, a.unconverted_orders, a.revenue, a.gross, a.discount, a.refunded,
        a.cancelled, a.aov, a.first_order_at, a.last_order_at, a.avg_gap_days, a.last_orders, a.returned, a.first_order_value,
        a.last_order_value, a.largest_order, a.median_gap_days)
`

/** Recomputes the metrics of the profiles in `touched`. */
export const UPDATE_TOUCHED = WRITE(`touched t`, `join touched using (profile_id)`)

/** Recomputes everybody's metrics in one statement. */
export const UPDATE_ALL = WRITE(`(select id as profile_id from engage_profile) t`, ``)

const PRODUCTS = `
  select l.product_no, p.profile_id, min(p.placed_at) as first_at, max(p.placed_at) as last_at,
    sum(l.quantity)::integer as quantity, count(distinct p.id)::integer as orders, sum(l.net)::bigint as net
  from engage_purchase p
  join engage_purchase_line l on l.purchase_id = p.id
`
const PRODUCT_FILTER = `p.counted and l.product_no is not null and l.quantity > 0`

const UPSERT_PRODUCTS = (join: string) => `
  insert into engage_profile_product as x (product_no, profile_id, first_at, last_at, quantity, orders, net)
  ${PRODUCTS} ${join}
  where ${PRODUCT_FILTER}
  group by l.product_no, p.profile_id
  on conflict (product_no, profile_id) do update
    set first_at = excluded.first_at, last_at = excluded.last_at, quantity = excluded.quantity, orders = excluded.orders,
      net = excluded.net
    where (x.first_at, x.last_at, x.quantity, x.orders, x.net)
      is distinct from (excluded.first_at, excluded.last_at, excluded.quantity, excluded.orders, excluded.net)
`

/** Who bought what, for the profiles in `touched`. */
export const UPSERT_TOUCHED_PRODUCTS = UPSERT_PRODUCTS(
  `join touched on touched.profile_id = p.profile_id`
)
export const UPSERT_ALL_PRODUCTS = UPSERT_PRODUCTS(``)

const GONE_PRODUCTS = (scope: string) => `
  delete from engage_profile_product x
  where ${scope} not exists (
    select 1 from engage_purchase p join engage_purchase_line l on l.purchase_id = p.id
    where p.profile_id = x.profile_id and l.product_no = x.product_no and ${PRODUCT_FILTER}
  )
`
export const DELETE_TOUCHED_PRODUCTS = GONE_PRODUCTS(
  `x.profile_id in (select profile_id from touched) and`
)
export const DELETE_ALL_PRODUCTS = GONE_PRODUCTS(``)

/** Takes some of the profiles that wait for their metrics. */
export const CLAIM_DIRTY = `
  create temp table touched on commit drop as
  with claimed as (
    delete from engage_dirty
    where profile_id in (select profile_id from engage_dirty order by profile_id limit :limit for update skip locked)
    returning profile_id
  ) select profile_id from claimed
`

export const COUNT_DIRTY = `select count(*)::int as n from (select 1 from engage_dirty limit :limit) d`
/** Ends the waiting for metrics; what people are interested in follows from the same purchases. */
export const CLEAR_DIRTY = `
  with gone as (delete from engage_dirty returning profile_id)
  insert into engage_interest_dirty (profile_id) select profile_id from gone on conflict do nothing
`
export const FOLLOWERS_DIRTY_TOUCHED = `
  with interests as (
    insert into engage_interest_dirty (profile_id) select profile_id from touched on conflict do nothing
  )
  insert into engage_segment_dirty (profile_id) select profile_id from touched on conflict do nothing
`
