import type { OrdersBehind } from "../../../types/profile"

const BEHIND: Record<OrdersBehind, string> = {
  counted: `u.counted`,
  recent: `u.counted and u.placed_at > :recent::timestamptz`,
  first: `u.id = (select f.id from engage_purchase f where f.profile_id = :profile and f.counted order by f.placed_at, f.id limit 1)`,
  last: `u.id = (select f.id from engage_purchase f where f.profile_id = :profile and f.counted order by f.placed_at desc, f.id desc limit 1)`,
  largest: `u.id = (
    select f.id from engage_purchase f
    where f.profile_id = :profile and f.counted and f.net_base is not null order by f.net_base desc, f.placed_at desc limit 1
  )`,
  discounted: `u.counted and u.discount > 0`,
  refunded: `u.counted and (u.refunded > 0 or u.returned > 0)`,
  cancelled: `u.canceled_at is not null`,
  foreign: `u.counted and u.net_base is null`,
}

/** Purchases of one person with their lines and channel, newest first. */
export const ORDERS_OF = (behind: OrdersBehind | undefined) => `
  select u.id::float8 as no, u.order_id as id, u.source, coalesce(u.display_id::text, split_part(u.order_id, ':', 2)) as number,
    u.placed_at, u.status, u.counted, u.items, u.returned, u.gross::float8 as gross, u.discount::float8 as discount,
    u.refunded::float8 as refunded, u.net::float8 as net, u.currency, s.name as sales_channel, u.source_code,
    nullif(concat_ws(' / ', u.utm_source, u.utm_medium, u.utm_campaign), '') as utm, u.device, u.custom,
    (
      select coalesce(json_agg(json_build_object('title', coalesce(d.title, l.title), 'quantity', l.quantity, 'net', l.net)
        order by l.net desc), '[]')
      from engage_purchase_line l left join engage_product d on d.id = l.product_no
      where l.purchase_id = u.id
    ) as lines
  from engage_purchase u
  left join sales_channel s on s.id = u.sales_channel_id
  where u.profile_id = :profile and (u.placed_at, u.id) < (:before::timestamptz, :before_no)
    ${behind ? `and ${BEHIND[behind]}` : ""}
  order by u.placed_at desc, u.id desc
  limit :limit
`
