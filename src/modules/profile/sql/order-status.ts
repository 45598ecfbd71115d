import { STATUSES_NOW } from "../shop/order-status"
import { PURCHASE } from "../tables"

/** By what the shop tells that one of an order's three statuses has become another. */
export const STATUS_CHANGED = "Order Status Changed"

/**
 * Keeps the statuses of the orders in the temporary table `pulled`, and answers what became of which, as events. An order
 * that is seen for the first time has changed nothing.
 */
export const KEEP_STATUSES = `
  with seen as materialized (
    ${STATUSES_NOW}
  ), changed as (
    select s.*, k.general as was_general, k.payment as was_payment, k.fulfillment as was_fulfillment
    from seen s
    left join engage_order_status k on k.order_id = s.order_id
    where k.order_id is null or (k.general, k.payment, k.fulfillment) is distinct from (s.general, s.payment, s.fulfillment)
  ), kept as (
    insert into engage_order_status (order_id, general, payment, fulfillment)
    select order_id, general, payment, fulfillment from changed
    on conflict (order_id) do update
      set general = excluded.general, payment = excluded.payment, fulfillment = excluded.fulfillment
  )
  select '${STATUS_CHANGED}' as name, :now::timestamptz as at, u.profile_id::float8 as profile_id,
    c.order_id || ':status:' || v.kind || ':' || v.became || ':' || extract(epoch from :now::timestamptz) as message_id,
    jsonb_build_object('order_id', u.order_id, 'display_id', u.display_id, 'total', u.net, 'currency', u.currency,
      'items', u.items, 'kind', v.kind, 'from', v.was, 'to', v.became) as properties
  from changed c
  join ${PURCHASE} u on u.order_id = c.order_id
  cross join lateral (
    values ('general', c.was_general, c.general), ('payment', c.was_payment, c.payment),
      ('fulfillment', c.was_fulfillment, c.fulfillment)
  ) as v (kind, was, became)
  where v.was <> v.became
`
