/**
 * From Medusa's orders to purchases and their lines, over the order ids in the temporary table `pulled`, inside one
 * transaction. Amounts become minor units of the order's currency here and nowhere else.
 */

/** Customers that the pulled orders name and that nobody knows yet: read before the orders. */
export const UNKNOWN_CUSTOMERS = `
  select distinct o.customer_id as id
  from pulled join "order" o on o.id = pulled.id
  where o.customer_id is not null
    and not exists (select 1 from engage_identity i where i.kind = 'customer' and i.value = o.customer_id)
    and exists (select 1 from customer c where c.id = o.customer_id and c.deleted_at is null)
`

/** E-mails of pulled orders that lead to no profile, neither by customer nor by the e-mail itself. */
export const UNKNOWN_BUYERS = `
  create temp table buyers on commit drop as
  select email, nextval(pg_get_serial_sequence('engage_profile', 'id')) as id, at, raw
  from (
    select lower(btrim(o.email)) as email, min(o.created_at) as at, min(o.email) as raw
    from pulled join "order" o on o.id = pulled.id
    where btrim(o.email) <> ''
      and not exists (select 1 from engage_identity i where i.kind = 'customer' and i.value = o.customer_id)
      and not exists (select 1 from engage_identity i where i.kind = 'email' and i.value = lower(btrim(o.email)))
    group by 1
  ) b
`

/**
 * What the lines of an order come to: unit price and quantity of the current version, less discounts, with tax. Tax-
 * inclusive prices hold it already. `returned` is what came back, at what was paid for it.
 */
const LINES = `
  select o.id as order_id, li.id as line_id, coalesce(li.product_title, li.title) as title, li.product_id, li.variant_id,
    li.product_handle, li.thumbnail, oi.quantity,
    coalesce(oi.return_received_quantity, 0) + coalesce(oi.return_dismissed_quantity, 0) as returned_quantity,
    coalesce(oi.unit_price, li.unit_price) * oi.quantity * (case when li.is_tax_inclusive then 1 else 1 + coalesce(tax.rate, 0) end) as gross,
    coalesce(adj.amount, 0) * (case when li.is_tax_inclusive then 1 else 1 + coalesce(tax.rate, 0) end) as discount
  from pulled
  join "order" o on o.id = pulled.id and o.deleted_at is null and o.is_draft_order is not true and o.status <> 'draft'
  join order_item oi on oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null
  join order_line_item li on li.id = oi.item_id and li.deleted_at is null
  left join lateral (
    select sum(t.rate) / 100 as rate from order_line_item_tax_line t where t.item_id = li.id and t.deleted_at is null
  ) tax on true
  left join lateral (
    select sum(a.amount) as amount from order_line_item_adjustment a
    where a.item_id = li.id and a.version = o.version and a.deleted_at is null
  ) adj on true
`

export const PULL_LINES = `
  create temp table pulled_line on commit drop as
  select l.*,
    (l.gross - l.discount) * (case when l.quantity = 0 then 0 else least(1, l.returned_quantity / l.quantity) end) as returned
  from (${LINES}) l
`

/**
 * One row an order. Net value = lines with tax after discounts, less what was refunded or returned, whichever is more (a
 * refund usually pays for a return; counting both would take it off twice); with `:include_shipping`, shipping too.
 */
export const PULL_PURCHASES = `
  create temp table pulled_purchase on commit drop as
  select o.id as order_id, coalesce(by_customer.profile_id, by_email.profile_id) as profile_id,
    o.created_at as placed_at,
    case when o.status = 'canceled' then coalesce(o.canceled_at, o.updated_at) end as canceled_at,
    o.status::text as status, o.customer_id, o.display_id, o.sales_channel_id, o.currency_code as currency,
    lower(a.country_code) as country,
    u.factor,
    round(coalesce(l.gross, 0) * u.factor)::bigint as gross,
    round(coalesce(l.discount, 0) * u.factor)::bigint as discount,
    round(greatest(coalesce(l.returned, 0), coalesce(t.refunded, 0)) * u.factor)::bigint as refunded,
    round(coalesce(l.gross - l.discount, 0) * u.factor)::bigint
      + case when :include_shipping then round(coalesce(s.amount, 0) * u.factor)::bigint else 0 end as total,
    coalesce(l.items, 0)::integer as items,
    o.status <> 'canceled' and (:basis = 'placed' or coalesce(t.paid, 0) > 0 or coalesce(l.gross - l.discount, 0) = 0) as counted
  from pulled
  join "order" o on o.id = pulled.id and o.deleted_at is null and o.is_draft_order is not true and o.status <> 'draft'
  cross join lateral (
    select power(10::numeric, coalesce((select c.decimal_digits from currency c where c.code = o.currency_code), 2)) as factor
  ) u
  left join engage_identity by_customer on by_customer.kind = 'customer' and by_customer.value = o.customer_id
  left join engage_identity by_email on by_email.kind = 'email' and by_email.value = lower(btrim(o.email))
  left join order_address a on a.id = o.shipping_address_id
  left join (
    select order_id, sum(gross) as gross, sum(discount) as discount, sum(returned) as returned,
      sum(quantity - returned_quantity) as items
    from pulled_line group by order_id
  ) l on l.order_id = o.id
  left join lateral (
    select -sum(t.amount) filter (where t.amount < 0) as refunded, sum(t.amount) filter (where t.amount > 0) as paid
    from order_transaction t where t.order_id = o.id and t.deleted_at is null
  ) t on true
  left join lateral (
    select sum(m.amount) as amount
    from order_shipping x join order_shipping_method m on m.id = x.shipping_method_id
    where :include_shipping and x.order_id = o.id and x.version = o.version and x.deleted_at is null and m.deleted_at is null
  ) s on true
`

/** Products that lines name and that the shop no longer has: kept under the line's title. */
export const INSERT_LINE_PRODUCTS = `
  insert into engage_product (product_id, title, handle, thumbnail)
  select distinct on (product_id) product_id, title, product_handle, thumbnail
  from pulled_line where product_id is not null
  order by product_id, title
  on conflict (product_id) do nothing
`

/** Pulled orders that are gone from the shop, or were never real orders. */
export const GONE_ORDERS = `
  select pulled.id from pulled
  where not exists (select 1 from pulled_purchase p where p.order_id = pulled.id)
`
