/** From the temporary tables `pulled_purchase` and `pulled_line` into the profile module's own. */

export const INSERT_BUYERS = `
  with profiles as (
    insert into engage_profile (id, email, source, created_at)
    overriding system value
    select id, email, 'order', at from buyers
  ), identities as (
    insert into engage_identity (kind, value, profile_id)
    select 'email', email, id from buyers
  )
  insert into engage_profile_raw (profile_id, email)
  select id, raw from buyers
`

const NET = `case when p.canceled_at is not null then 0 else greatest(0, p.total - p.refunded) end`

export const UPSERT_PURCHASES = `
  with old as (
    select e.order_id, e.profile_id from engage_purchase e join pulled_purchase p using (order_id)
  ), written as (
    insert into engage_purchase as e (order_id, profile_id, placed_at, canceled_at, gross, discount, refunded, net, net_base,
      items, counted, currency, status, customer_id, display_id, sales_channel_id, country, returned, utm_source, utm_medium,
      utm_campaign, device, source_code, custom, payment_providers, shipping_methods, promotions)
    select p.order_id, p.profile_id, p.placed_at, p.canceled_at, p.gross, p.discount, p.refunded, ${NET},
      case when p.currency = :currency then ${NET} end,
      p.items, p.counted, p.currency, p.status, p.customer_id, p.display_id, p.sales_channel_id, p.country, p.returned,
      p.utm_source, p.utm_medium, p.utm_campaign, p.device, p.source_code, p.custom,
      p.payment_providers, p.shipping_methods, p.promotions
    from pulled_purchase p
    where p.profile_id is not null
    on conflict (order_id) do update
      set profile_id = excluded.profile_id, placed_at = excluded.placed_at, canceled_at = excluded.canceled_at,
        gross = excluded.gross, discount = excluded.discount, refunded = excluded.refunded, net = excluded.net,
        net_base = excluded.net_base, items = excluded.items, counted = excluded.counted, currency = excluded.currency,
        status = excluded.status, customer_id = excluded.customer_id, display_id = excluded.display_id,
        sales_channel_id = excluded.sales_channel_id, country = excluded.country, returned = excluded.returned,
        utm_source = excluded.utm_source, utm_medium = excluded.utm_medium, utm_campaign = excluded.utm_campaign,
        device = excluded.device, source_code = excluded.source_code, custom = excluded.custom,
        payment_providers = excluded.payment_providers, shipping_methods = excluded.shipping_methods,
        promotions = excluded.promotions
      where (e.profile_id, e.placed_at, e.canceled_at, e.gross, e.discount, e.refunded, e.net, e.net_base, e.items, e.counted,
          e.currency, e.status, e.customer_id, e.display_id, e.sales_channel_id, e.country, e.returned, e.utm_source,
          e.utm_medium, e.utm_campaign, e.device, e.source_code, e.custom, e.payment_providers,
          e.shipping_methods, e.promotions)
        is distinct from (excluded.profile_id, excluded.placed_at, excluded.canceled_at, excluded.gross, excluded.discount,
          excluded.refunded, excluded.net, excluded.net_base, excluded.items, excluded.counted, excluded.currency,
          excluded.status, excluded.customer_id, excluded.display_id, excluded.sales_channel_id, excluded.country,
          excluded.returned, excluded.utm_source, excluded.utm_medium, excluded.utm_campaign, excluded.device,
          excluded.source_code, excluded.custom, excluded.payment_providers, excluded.shipping_methods,
          excluded.promotions)
    returning order_id, profile_id
  )
  insert into engage_dirty (profile_id)
  select profile_id from written
  union
  select old.profile_id from old join written using (order_id)
  order by 1
  on conflict do nothing
`

export const UPSERT_LINES = `
  with input as (
    select e.id as purchase_id, l.line_id, d.id as product_no, (l.quantity - l.returned_quantity)::integer as quantity,
      case when p.canceled_at is not null then 0 else round((l.gross - l.discount - l.returned) * p.factor)::bigint end as net,
      case when d.id is null then l.title end as title, l.variant_id, e.profile_id,
      l.custom
    from pulled_line l
    join pulled_purchase p on p.order_id = l.order_id
    join engage_purchase e on e.order_id = l.order_id
    left join engage_product d on d.product_id = l.product_id
  ), gone as (
    delete from engage_purchase_line x
    using pulled_purchase p, engage_purchase e
    where e.order_id = p.order_id and x.purchase_id = e.id
      and not exists (select 1 from pulled_line l where l.order_id = p.order_id and l.line_id = x.line_id)
    returning e.profile_id
  ), written as (
    insert into engage_purchase_line as x (purchase_id, line_id, product_no, quantity, net, title, variant_id, custom)
    select purchase_id, line_id, product_no, quantity, net, title, variant_id, custom from input
    on conflict (purchase_id, line_id) do update
      set product_no = excluded.product_no, quantity = excluded.quantity, net = excluded.net, title = excluded.title,
        variant_id = excluded.variant_id, custom = excluded.custom
      where (x.product_no, x.quantity, x.net, x.title, x.variant_id, x.custom)
        is distinct from (excluded.product_no, excluded.quantity, excluded.net, excluded.title, excluded.variant_id,
          excluded.custom)
    returning purchase_id
  )
  insert into engage_dirty (profile_id)
  select profile_id from gone
  union
  select e.profile_id from written join engage_purchase e on e.id = written.purchase_id
  order by 1
  on conflict do nothing
`

/** Forgets purchases whose orders are gone from the shop. */
export const DELETE_PURCHASES = `
  with gone as (
    delete from engage_purchase where order_id = any(:orders::text[]) returning id, profile_id
  ), lines as (
    delete from engage_purchase_line l using gone where l.purchase_id = gone.id
  )
  insert into engage_dirty (profile_id)
  select distinct profile_id from gone order by 1
  on conflict do nothing
`
