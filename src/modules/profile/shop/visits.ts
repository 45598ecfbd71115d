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
