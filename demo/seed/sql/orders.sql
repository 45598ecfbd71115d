-- Orders as Medusa leaves them: an order that was changed after it was placed has its rows in version 1 and 2.
create or replace temporary view copied_order as
select
  o.*,
  t.placed,
  t.returned,
  t.credited,
  t.version,
  t.updated_at,
  c.k,
  c.suffix,
  c.position_offset,
  'order_' || o.number || c.suffix as order_id,
  'cus_' || o.customer || case when o.guest then '_guest' else '' end || c.suffix as customer_id
from stage_order o
join stage_total t on t.number = o.number
cross join stage_copy c;

insert into order_address (
  id, customer_id, first_name, last_name, address_1, city, country_code, postal_code, phone, created_at, updated_at
)
select
  'ordaddr_' || o.number || o.suffix, o.customer_id, s.first_name, s.last_name,
  s.street, s.city, s.country, s.postal_code, s.phone, o.placed_at, o.placed_at
from copied_order o
join stage_customer s on s.id = o.customer and s.guest = o.guest;

insert into "order" (
  id, display_id, region_id, customer_id, version, sales_channel_id, status, email, currency_code,
  shipping_address_id, billing_address_id, created_at, updated_at, canceled_at
)
select
  o.order_id,
  o.position + o.position_offset,
  case when s.country = 'gb' then 'reg_demo_uk' else 'reg_demo_world' end,
  o.customer_id,
  o.version,
  'sc_demo',
  (case
    when o.cancelled_at is not null then 'canceled'
    when o.placed_at < now() - interval '14 days' then 'completed'
    else 'pending'
  end)::order_status_enum,
  case when o.k = 0 then s.email else replace(s.email, '@', '.' || o.k || '@') end,
  'gbp',
  'ordaddr_' || o.number || o.suffix,
  'ordaddr_' || o.number || o.suffix,
  o.placed_at,
  o.updated_at,
  o.cancelled_at
from copied_order o
join stage_customer s on s.id = o.customer and s.guest = o.guest;

insert into order_line_item (
  id, title, subtitle, thumbnail, variant_id, product_id, product_title, product_handle, variant_sku, variant_title,
  requires_shipping, is_custom_price, unit_price, raw_unit_price, created_at, updated_at
)
select
  'ordli_' || l.id || c.suffix,
  l.title,
  case when p.code is not null then 'Default' end,
  '/storefront/thumbnails/' || p.handle || '.svg',
  'variant_' || p.code,
  'prod_' || p.code,
  p.title,
  p.handle,
  p.code,
  case when p.code is not null then 'Default' end,
  p.code is not null,
  p.code is null,
  l.pence / 100.0,
  pg_temp.raw(l.pence / 100.0),
  o.placed_at,
  o.placed_at
from stage_line l
join stage_order o on o.number = l.order_number
left join stage_product p on p.code = l.code
cross join stage_copy c;

insert into order_item (
  id, order_id, version, item_id, quantity, raw_quantity,
  fulfilled_quantity, raw_fulfilled_quantity, shipped_quantity, raw_shipped_quantity,
  delivered_quantity, raw_delivered_quantity,
  return_requested_quantity, return_received_quantity, raw_return_received_quantity,
  return_dismissed_quantity, written_off_quantity, created_at, updated_at
)
select
  'orditem_' || l.id || '_' || v.version || o.suffix,
  o.order_id,
  v.version,
  'ordli_' || l.id || o.suffix,
  l.quantity,
  pg_temp.raw(l.quantity),
  d.quantity, d.raw, d.quantity, d.raw, d.quantity, d.raw,
  0,
  b.quantity,
  pg_temp.raw(b.quantity),
  0,
  0,
  o.placed_at,
  case when v.version = 1 then o.placed_at else o.updated_at end
from stage_line l
join copied_order o on o.number = l.order_number
left join stage_return r on r.line_id = l.id
cross join lateral generate_series(1, o.version) as v (version)
cross join lateral (
  select quantity, pg_temp.raw(quantity) as raw
  from (
    select case when o.cancelled_at is null and o.placed_at < now() - interval '3 days' then l.quantity else 0 end as quantity
  ) delivered
  offset 0
) d
cross join lateral (select case when v.version = 2 then coalesce(r.quantity, 0) else 0 end as quantity) b;

insert into order_shipping_method (
  id, name, amount, raw_amount, shipping_option_id, data, created_at, updated_at
)
select
  'ordsm_' || number || suffix, 'Standard delivery', shipping / 100.0, pg_temp.raw(shipping / 100.0), 'so_demo', '{}',
  placed_at, placed_at
from copied_order;

insert into order_shipping (id, order_id, version, shipping_method_id, created_at, updated_at)
select
  'ordspmv_' || number || '_' || v.version || suffix, order_id, v.version, 'ordsm_' || number || suffix,
  placed_at, placed_at
from copied_order
cross join lateral generate_series(1, version) as v (version);

insert into order_summary (id, order_id, version, totals, created_at, updated_at)
select
  'ordsum_' || o.number || '_' || v.version || o.suffix,
  o.order_id,
  v.version,
  jsonb_build_object(
    'original_order_total', m.placed, 'raw_original_order_total', pg_temp.raw(m.placed),
    'current_order_total', m.current, 'raw_current_order_total', pg_temp.raw(m.current),
    'accounting_total', m.current, 'raw_accounting_total', pg_temp.raw(m.current),
    'credit_line_total', m.credited, 'raw_credit_line_total', pg_temp.raw(m.credited),
    'paid_total', m.placed, 'raw_paid_total', pg_temp.raw(m.placed),
    'refunded_total', m.refunded, 'raw_refunded_total', pg_temp.raw(m.refunded),
    'transaction_total', m.current, 'raw_transaction_total', pg_temp.raw(m.current),
    'pending_difference', 0, 'raw_pending_difference', pg_temp.raw(0)
  ),
  o.placed_at,
  case when v.version = 1 then o.placed_at else o.updated_at end
from copied_order o
cross join lateral generate_series(1, o.version) as v (version)
cross join lateral (
  select
    o.placed / 100.0 as placed,
    case when v.version = 1 then o.placed else o.placed - o.returned - o.credited end / 100.0 as current,
    case when v.version = 1 then 0 else o.credited end / 100.0 as credited,
    case when v.version = 1 then 0 else o.returned + o.credited end / 100.0 as refunded
) m;

insert into order_transaction (
  id, order_id, version, amount, raw_amount, currency_code, reference, reference_id, created_at, updated_at
)
select
  'ordtrx_' || number || suffix, order_id, 1, placed / 100.0, pg_temp.raw(placed / 100.0), 'gbp', 'capture',
  'capt_' || number || suffix, placed_at, placed_at
from copied_order
where placed > 0;
