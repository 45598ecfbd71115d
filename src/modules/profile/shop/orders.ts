import { ERASED_EMAIL } from "../sql/privacy"

/**
 * From Medusa's orders to purchases and their lines, over the order ids in the temporary table `pulled`, inside one
 * transaction. Amounts become minor units of the order's currency here and nowhere else.
 */

/** An order of somebody who was erased afterwards: it stays theirs, and makes nobody known anew. */
const ERASED_BUYER = `
  select i.profile_id from engage_identity i
  where (i.kind = 'erased_customer' and i.value = o.customer_id)
    or (i.kind = 'erased_email' and i.value = ${ERASED_EMAIL("lower(btrim(o.email))")} and o.created_at <= i.created_at)
  limit 1
`

/** What counts as an order at all: not deleted, not a draft. */
export const REAL_ORDER = `o.deleted_at is null and o.is_draft_order is not true and o.status <> 'draft'`

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
      and not exists (${ERASED_BUYER})
    group by 1
  ) b
`

/** Values of the shop's own fields in some metadata, or null. */
const FIELDS_IN = (metadata: string, scope: "purchase" | "line") => `
    case when ${metadata} is not null then (
      select nullif(jsonb_strip_nulls(jsonb_object_agg(f.key, engage_field_value(${metadata} -> f.metadata_key, f.type))), '{}')
      from engage_field f where f.scope = '${scope}' and jsonb_exists(${metadata}, f.metadata_key)
    ) end`

const TEXT_IN = (key: string) => `nullif(left(o.metadata ->> '${key}', 200), '') as ${key}`

/**
 * What the lines of an order come to: unit price and quantity of the current version, less discounts, with tax. Tax-
 * inclusive prices hold it already. `returned` is what came back, at what was paid for it.
 */
export const PULL_LINES = `
  create temp table pulled_line on commit drop as
  with line as materialized (
    select o.id as order_id, o.version, li.id as line_id, coalesce(li.product_title, li.title) as title, li.product_id,
      li.variant_id, li.is_tax_inclusive, oi.quantity,${FIELDS_IN("li.metadata", "line")} as custom,
      coalesce(oi.return_received_quantity, 0) + coalesce(oi.return_dismissed_quantity, 0) as returned_quantity,
      coalesce(oi.unit_price, li.unit_price) * oi.quantity as amount
    from pulled
    join "order" o on o.id = pulled.id and ${REAL_ORDER}
    join order_item oi on oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null
    join order_line_item li on li.id = oi.item_id and li.deleted_at is null
  ), tax as (
    select t.item_id, 1 + sum(t.rate) / 100 as factor
    from line join order_line_item_tax_line t on t.item_id = line.line_id and t.deleted_at is null
    where not line.is_tax_inclusive
    group by t.item_id
  ), adjustment as (
    select a.item_id, sum(a.amount) as amount
    from line join order_line_item_adjustment a
      on a.item_id = line.line_id and a.version = line.version and a.deleted_at is null
    group by a.item_id
  )
  select order_id, line_id, title, product_id, variant_id, quantity, returned_quantity, gross, discount, custom,
    (gross - discount) * case when quantity = 0 then 0 else least(1, returned_quantity / quantity) end as returned
  from (
    select line.*, line.amount * coalesce(tax.factor, 1) as gross,
      coalesce(adjustment.amount, 0) * coalesce(tax.factor, 1) as discount
    from line
    left join tax on tax.item_id = line.line_id
    left join adjustment on adjustment.item_id = line.line_id
  ) l
`

/**
 * One row an order. Net value = lines with tax after discounts, less what was refunded or returned, whichever is more (a
 * refund usually pays for a return; counting both would take it off twice); with `:include_shipping`, shipping too.
 */
export const PULL_PURCHASES = `
  create temp table pulled_purchase on commit drop as
  select o.id as order_id, coalesce(by_customer.profile_id, erased.profile_id, by_email.profile_id) as profile_id,
    o.created_at as placed_at,
    case when o.status = 'canceled' then coalesce(o.canceled_at, o.updated_at) end as canceled_at,
    o.status::text as status, o.customer_id, o.display_id, o.sales_channel_id, o.currency_code as currency,
    lower(a.country_code) as country, paid_by.providers as payment_providers, sent_by.methods as shipping_methods,
    discounted_by.codes as promotions,
    coalesce(c.factor, 100) as factor,
    round(coalesce(l.gross, 0) * coalesce(c.factor, 100))::bigint as gross,
    round(coalesce(l.discount, 0) * coalesce(c.factor, 100))::bigint as discount,
    round(greatest(coalesce(l.returned, 0), coalesce(t.refunded, 0)) * coalesce(c.factor, 100))::bigint as refunded,
    round(coalesce(l.gross - l.discount, 0) * coalesce(c.factor, 100))::bigint
      + case when :include_shipping then round(coalesce(s.amount, 0) * coalesce(c.factor, 100))::bigint else 0 end as total,
    coalesce(l.items, 0)::integer as items, coalesce(l.returned_items, 0)::integer as returned,
    ${["utm_source", "utm_medium", "utm_campaign", "device", "source_code"].map(TEXT_IN).join(", ")},
    ${FIELDS_IN("o.metadata", "purchase")} as custom,
    o.status <> 'canceled' and (:basis = 'placed' or coalesce(t.paid, 0) > 0 or coalesce(l.gross - l.discount, 0) = 0) as counted
  from pulled
  join "order" o on o.id = pulled.id and ${REAL_ORDER}
  left join (select code, power(10::numeric, decimal_digits) as factor from currency offset 0) c on c.code = o.currency_code
  left join engage_identity by_customer on by_customer.kind = 'customer' and by_customer.value = o.customer_id
  left join engage_identity by_email on by_email.kind = 'email' and by_email.value = lower(btrim(o.email))
  left join lateral (${ERASED_BUYER}) erased on by_customer.profile_id is null
  left join order_address a on a.id = o.shipping_address_id
  left join (
    select order_id, sum(gross) as gross, sum(discount) as discount, sum(returned) as returned,
      sum(quantity - returned_quantity) as items, sum(returned_quantity) as returned_items
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
  left join (
    select l.order_id, array_agg(distinct y.provider_id order by y.provider_id) as providers
    from pulled
    join order_payment_collection l on l.order_id = pulled.id and l.deleted_at is null
    join payment y on y.payment_collection_id = l.payment_collection_id and y.deleted_at is null and y.canceled_at is null
    group by l.order_id
  ) paid_by on paid_by.order_id = o.id
  left join (
    select x.order_id, x.version, array_agg(distinct m.name order by m.name) as methods
    from pulled
    join order_shipping x on x.order_id = pulled.id and x.deleted_at is null
    join order_shipping_method m on m.id = x.shipping_method_id and m.deleted_at is null
    group by x.order_id, x.version
  ) sent_by on sent_by.order_id = o.id and sent_by.version = o.version
  left join (
    select l.order_id, array_agg(distinct j.code order by j.code) as codes
    from pulled_line l
    join order_line_item_adjustment j on j.item_id = l.line_id and j.deleted_at is null and j.code is not null
    group by l.order_id
  ) discounted_by on discounted_by.order_id = o.id
`

/** Products that lines name and that the shop no longer has: kept under the line's title. */
export const INSERT_LINE_PRODUCTS = `
  insert into engage_product (product_id, title)
  select product_id, min(title) from pulled_line l
  where product_id is not null and not exists (select 1 from engage_product p where p.product_id = l.product_id)
  group by product_id
  on conflict (product_id) do nothing
`

/** Pulled orders that are gone from the shop, or were never real orders. */
export const GONE_ORDERS = `
  select pulled.id from pulled
  where not exists (select 1 from pulled_purchase p where p.order_id = pulled.id)
`
