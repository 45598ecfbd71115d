import { CAME_BACK_AT } from "../shop/came-back"

/**
 * What a person's numbers came to after each thing that an order did to them, newest first: it was placed, something of it
 * came back (all of it counts at the last time), it was cancelled. `paid` is what it brought before anything came back, in
 * the base currency; null in another one. A number that is not among `before` was 0 or nothing.
 */
export const NUMBER_HISTORY = `
  with bought as (
    select u.id, u.order_id, coalesce(u.display_id::text, split_part(u.order_id, ':', 2)) as number, u.placed_at, u.canceled_at,
      u.counted, u.items, u.returned, u.refunded, u.net_base,
      case when u.net_base > 0 then u.net_base + u.refunded when u.net_base = 0 then u.gross - u.discount end as paid
    from engage_purchase u
    where u.profile_id = :profile and (u.counted or u.canceled_at is not null)
  ), step as (
    select id, order_id, number, placed_at as at, 1 as no, 'order' as cause, 1 as orders, items + returned as items,
      paid as revenue, (paid is not null)::int as converted, 0::bigint as refunded, 0 as returned, 0 as cancelled_orders
    from bought
    union all
    select id, order_id, number, greatest(placed_at, ${CAME_BACK_AT("bought.order_id")}), 2, 'refund', 0, -returned,
      net_base - paid, 0, case when net_base is not null then refunded end, returned, 0
    from bought where counted and (refunded > 0 or returned > 0)
    union all
    select id, order_id, number, canceled_at, 3, 'cancelled', -1, -items - returned, -paid, -(paid is not null)::int, 0, 0, 1
    from bought where canceled_at is not null
  ), running as (
    select at, id * 4 + no as id, cause, order_id, number,
      sum(orders) over w as orders, sum(items) over w as items, coalesce(sum(revenue) over w, 0) as revenue,
      round(sum(revenue) over w / nullif(sum(converted) over w, 0)) as aov,
      coalesce(sum(refunded) over w, 0) as refunded, sum(returned) over w as returned,
      sum(cancelled_orders) over w as cancelled_orders
    from step
    window w as (order by at, id, no rows unbounded preceding)
  ), told as (
    select at, id, cause, order_id, number, numbers, lag(numbers, 1, '{}') over (order by at, id) as before
    from running
    cross join lateral jsonb_strip_nulls(jsonb_build_object(
      'orders', orders, 'items', items, 'revenue', revenue, 'aov', aov, 'refunded', refunded, 'returned', returned,
      'cancelled_orders', cancelled_orders
    )) as numbers
  )
  select at, id::float8 as id, cause, order_id, number, numbers, before
  from told
  where (at, id) < (:before::timestamptz, :before_id) and at >= :since::timestamptz
    and (:q::text is null or lower(number) like :q)
  order by at desc, id desc
  limit :limit
`
