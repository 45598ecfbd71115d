/**
 * The three statuses of the pulled orders as Medusa's admin shows them. It keeps the general one and works the others out
 * from payment collections and fulfillments each time, as is done here. Of orders that are long done nobody asks any more.
 */

/** An amount so close to another is as good as it. */
const CENT_PART = "0.001"

const PAYMENT = `
  select count(*) as n,
    count(*) filter (where c.status = 'canceled') as canceled,
    count(*) filter (where c.status = 'authorized') as authorized,
    count(*) filter (where c.status = 'awaiting') as awaiting,
    count(*) filter (where c.status = 'requires_action') as action,
    coalesce(sum(case when c.amount - coalesce(c.captured_amount, 0) <= ${CENT_PART} then 1 else 0.5 end)
      filter (where coalesce(c.captured_amount, 0) > 0 or c.amount = 0), 0) as captured,
    coalesce(sum(case when c.amount - c.refunded_amount <= ${CENT_PART} then 1 else 0.5 end)
      filter (where coalesce(c.refunded_amount, 0) > 0), 0) as refunded
  from order_payment_collection l
  join payment_collection c on c.id = l.payment_collection_id and c.deleted_at is null
  where l.order_id = o.id and l.deleted_at is null
`

const FULFILLMENT = `
  select count(*) as n,
    count(*) filter (where f.canceled_at is not null) as canceled,
    count(*) filter (where f.canceled_at is null and f.delivered_at is not null) as delivered,
    count(*) filter (where f.canceled_at is null and f.delivered_at is null and f.shipped_at is not null) as shipped,
    count(*) filter (
      where f.canceled_at is null and f.delivered_at is null and f.shipped_at is null and f.packed_at is not null
    ) as packed
  from order_fulfillment l
  join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null
  where l.order_id = o.id and l.deleted_at is null
`

const IS_OPEN = `
  exists (
    select 1 from order_item i
    where i.order_id = o.id and i.version = o.version and i.deleted_at is null and i.fulfilled_quantity < i.quantity
  )
`

const reached = (count: string, whole: string) =>
  `when s.${count} > 0 then case when s.${count} = s.n - s.canceled and not ${IS_OPEN} then '${whole}' else 'partially_${whole}' end`

/** Select of `order_id`, `general`, `payment` and `fulfillment` of the orders in the temporary table `pulled`. */
export const STATUSES_NOW = `
  select o.id as order_id, o.status::text as general,
    case
      when p.action > 0 then 'requires_action'
      when p.refunded > 0 then case when p.refunded = p.captured then 'refunded' else 'partially_refunded' end
      when p.captured > 0 then case when p.captured = p.n - p.canceled then 'captured' else 'partially_captured' end
      when p.authorized > 0 then case when p.authorized = p.n - p.canceled then 'authorized' else 'partially_authorized' end
      when p.canceled > 0 and p.canceled = p.n then 'canceled'
      when p.awaiting > 0 then 'awaiting'
      else 'not_paid'
    end as payment,
    case
      ${reached("delivered", "delivered")}
      ${reached("shipped", "shipped")}
      ${reached("packed", "fulfilled")}
      when s.canceled > 0 and s.canceled = s.n then 'canceled'
      else 'not_fulfilled'
    end as fulfillment
  from pulled
  join "order" o on o.id = pulled.id and o.deleted_at is null and o.created_at > :now::timestamptz - interval '1 year'
  cross join lateral (${PAYMENT}) p
  cross join lateral (${FULFILLMENT}) s
`
