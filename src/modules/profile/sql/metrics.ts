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
    min(placed_at) filter (where counted) as first_order_at,
    max(placed_at) filter (where counted) as last_order_at,
    max(net_base) filter (where counted) as largest_order,
    (array_agg(net_base order by p.placed_at desc, p.id desc) filter (where counted))[1] as last_order_value,
    (array_agg(net_base order by p.placed_at desc, p.id desc) filter (where counted))[count(*) filter (where counted)] as first_order_value,
    (array_agg(placed_at order by p.placed_at desc, p.id desc) filter (where counted))[1:10] as last_orders
  from engage_purchase p
`

/** Days between the first and the latest order of `a`, by the number of gaps; null below two orders. */
const AVERAGE_GAP = `
  (date_part('epoch', a.last_order_at - a.first_order_at) / 86400 / nullif(a.orders - 1, 0))::real`

/**
 * What follows from an aggregate `a`, and so changes only when it does. The median is that of the gaps between the latest
 * orders, in days; of up to two gaps it is their average.
 */
export const DERIVED = {
  aov: `round(a.revenue::numeric / nullif(a.orders - a.unconverted_orders, 0))::bigint`,
  avg_gap_days: AVERAGE_GAP,
  median_gap_days: `
    case when a.orders < 4 then ${AVERAGE_GAP} else (
      select percentile_cont(0.5) within group (order by date_part('epoch', a.last_orders[i] - a.last_orders[i + 1]) / 86400)
      from generate_series(1, cardinality(a.last_orders) - 1) i
    )::real end`,
}

const COLUMNS = `orders, items, returned, cancelled_orders, unconverted_orders, revenue, gross, discount, refunded, cancelled,
    first_order_at, last_order_at, largest_order, last_order_value, first_order_value, last_orders`

const columnsOf = (table: string) => COLUMNS.replace(/\w+/g, (column) => `${table}.${column}`)

const WRITE = (filter: string) => `
  update engage_profile p
  set (${COLUMNS}) = (${columnsOf("a")}),
    aov = ${DERIVED.aov}, avg_gap_days = ${DERIVED.avg_gap_days}, median_gap_days = ${DERIVED.median_gap_days},
    updated_at = now(),
    removed_at = case when a.orders + a.cancelled_orders > 0 then null else p.removed_at end
  from (${AGGREGATE} ${filter} group by p.profile_id) a
  where p.id = a.profile_id and (${columnsOf("p")}) is distinct from (${columnsOf("a")})
`

/** Takes the metrics from those in `touched` who have no purchase any more. */
const RESET = `
  update engage_profile p
  set (${COLUMNS}) = (${COLUMNS.replace(/\w+/g, "default")}),
    aov = default, avg_gap_days = default, median_gap_days = default, updated_at = now()
  where p.id in (select profile_id from touched) and p.orders + p.cancelled_orders > 0
    and not exists (select 1 from engage_purchase x where x.profile_id = p.id)
`

/** Recomputes the metrics of the profiles in `touched`. */
export const UPDATE_TOUCHED = [WRITE(`join touched using (profile_id)`), RESET]

/** Recomputes everybody's metrics; those in `touched` may have lost their last purchase. */
export const UPDATE_ALL = [WRITE(``), RESET]

/** Who bought what by their purchases, as the temporary table `bought`. */
const BOUGHT = (join: string) => `
  create temp table bought on commit drop as
  select l.product_no, p.profile_id, min(p.placed_at) as first_at, max(p.placed_at) as last_at,
    sum(l.quantity)::integer as quantity, count(distinct p.id)::integer as orders, sum(l.net)::bigint as net
  from engage_purchase p
  join engage_purchase_line l on l.purchase_id = p.id
  ${join}
  where p.counted and l.product_no is not null and l.quantity > 0
  group by l.product_no, p.profile_id
`

const FORGET_PRODUCTS = (scope: string) => `
  delete from engage_profile_product x
  where ${scope} not exists (
    select 1 from bought b where b.profile_id = x.profile_id and b.product_no = x.product_no
  )
`

/** Only what differs: a conflict locks its row, and so writes it, even when nothing changes. */
const KEEP_PRODUCTS = (known: string) => `
  insert into engage_profile_product (product_no, profile_id, first_at, last_at, quantity, orders, net)
  select b.product_no, b.profile_id, b.first_at, b.last_at, b.quantity, b.orders, b.net
  from bought b
  left join ${known} x on x.product_no = b.product_no and x.profile_id = b.profile_id
  where (x.first_at, x.last_at, x.quantity, x.orders, x.net)
    is distinct from (b.first_at, b.last_at, b.quantity, b.orders, b.net)
  on conflict (product_no, profile_id) do update
    set first_at = excluded.first_at, last_at = excluded.last_at, quantity = excluded.quantity, orders = excluded.orders,
      net = excluded.net
`

/** Who bought what, for the profiles in `touched`. */
export const UPDATE_TOUCHED_PRODUCTS = [
  BOUGHT(`join touched on touched.profile_id = p.profile_id`),
  `analyze bought`,
  FORGET_PRODUCTS(`x.profile_id in (select profile_id from touched) and`),
  KEEP_PRODUCTS(`(select x.* from touched join engage_profile_product x using (profile_id))`),
]

/** Who bought what, for everybody. */
export const UPDATE_ALL_PRODUCTS = [
  BOUGHT(``),
  `analyze bought`,
  FORGET_PRODUCTS(``),
  KEEP_PRODUCTS(`engage_profile_product`),
]

/** Takes up to `:limit` of the profiles that wait for their metrics, or all of them without a limit. */
export const CLAIM_DIRTY = `
  create temp table touched on commit drop as
  with claimed as (
    delete from engage_dirty
    where profile_id in (select profile_id from engage_dirty order by profile_id limit :limit for update skip locked)
    returning profile_id
  ) select profile_id from claimed
`

export const COUNT_DIRTY = `select count(*)::int as n from (select 1 from engage_dirty limit :limit) d`

/** What people are interested in follows from the same purchases. */
export const INTERESTS_DIRTY_TOUCHED = `
  insert into engage_interest_dirty (profile_id) select profile_id from touched order by 1 on conflict do nothing
`
export const SEGMENTS_DIRTY_TOUCHED = `
  insert into engage_segment_dirty (profile_id) select profile_id from touched order by 1 on conflict do nothing
`
