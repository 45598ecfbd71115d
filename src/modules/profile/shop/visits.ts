/** What the shop's rows say about visits, over the ids in the temporary table `pulled`. */

/** Orders whose cart named the visitor who filled it, and that were not looked at before. */
export const ORDERS_OF_VISITORS = `
  select o.id as order_id, o.metadata ->> 'engage_visitor_id' as visitor, u.profile_id::float8 as profile_id, u.placed_at
  from pulled
  join "order" o on o.id = pulled.id
  join engage_purchase u on u.order_id = o.id
  where o.metadata ->> 'engage_visitor_id' ~ '^[0-9a-f]{32}$'
    and not exists (select 1 from engage_purchase_visit v where v.order_id = o.id)
`

/** The visit in which an order was placed: the visitor's latest that had begun by then. */
export const INSERT_PURCHASE_VISIT = `
  insert into engage_purchase_visit (order_id, visitor_id, session_id)
  select :order, v.id, (
    select s.id from engage_session s
    where s.visitor_id = v.id and s.started_at <= :placed_at::timestamptz + interval '5 minutes'
    order by s.started_at desc limit 1
  )
  from engage_visitor v where v.key = :visitor
  on conflict do nothing
`

/**
 * What became of orders lately, as events: triggers and rules can name it. Amounts are minor units. An order is paid when
 * nothing more is due for it.
 */
export const ORDER_EVENTS = `
  select e.name, e.at, u.order_id || e.suffix as message_id, u.profile_id::float8 as profile_id,
    jsonb_build_object('order_id', u.order_id, 'display_id', u.display_id, 'total', u.net, 'currency', u.currency,
      'items', u.items) as properties
  from pulled
  join engage_purchase u on u.order_id = pulled.id
  cross join lateral (
    select 'Order Placed' as name, u.placed_at as at, ':placed' as suffix
    union all
    select 'Order Cancelled', u.canceled_at, ':cancelled'
    union all
    select 'Order Paid', max(t.created_at), ':paid'
    from order_transaction t
    where t.order_id = u.order_id and t.amount > 0 and t.deleted_at is null
      and (
        select (s.totals ->> 'pending_difference')::numeric <= 0
        from order_summary s where s.order_id = u.order_id and s.deleted_at is null order by s.version desc limit 1
      )
    union all
    select 'Order Refunded', t.created_at, ':refunded:' || t.id
    from order_transaction t where t.order_id = u.order_id and t.amount < 0 and t.deleted_at is null
    union all
    select x.name, x.at, x.suffix || f.id
    from order_fulfillment l
    join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null and f.canceled_at is null
    cross join lateral (
      values ('Order Shipped', f.shipped_at, ':shipped:'), ('Order Delivered', f.delivered_at, ':delivered:')
    ) x (name, at, suffix)
    where l.order_id = u.order_id and l.deleted_at is null
    union all
    select x.name, x.at, x.suffix || r.id
    from "return" r
    cross join lateral (
      values ('Return Requested', coalesce(r.requested_at, r.created_at), ':return:'), ('Order Returned', r.received_at, ':returned:')
    ) x (name, at, suffix)
    where r.order_id = u.order_id and r.deleted_at is null and r.canceled_at is null
  ) e
  where e.at >= :since::timestamptz
`

export const CUSTOMER_EVENTS = `
  select 'Registered' as name, c.created_at as at, c.id || ':registered' as message_id, i.profile_id::float8 as profile_id,
    '{}'::jsonb as properties
  from pulled
  join customer c on c.id = pulled.id and c.has_account and c.deleted_at is null
  join engage_identity i on i.kind = 'customer' and i.value = c.id
  where c.created_at >= :since::timestamptz
`
