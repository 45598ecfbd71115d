-- Orders leave the shop within a day and are delivered on the third; the youngest are still open.
create temporary table stage_fulfillment as
select o.*, 'ful_' || o.number as fulfillment_id
from copied_order o
where o.cancelled_at is null and o.placed_at < now() - interval '3 days'
  and exists (select from stage_line l where l.order_number = o.number);

insert into fulfillment (
  id, location_id, provider_id, shipping_option_id, packed_at, shipped_at, delivered_at, data, created_at, updated_at
)
select
  fulfillment_id, 'sloc_demo', 'manual_manual', 'so_demo', placed_at + interval '4 hours', placed_at + interval '1 day',
  placed_at + interval '3 days', '{}', placed_at + interval '4 hours', placed_at + interval '3 days'
from stage_fulfillment;

insert into fulfillment_item (
  id, title, sku, barcode, quantity, raw_quantity, line_item_id, fulfillment_id, created_at, updated_at
)
select
  'fulit_' || l.id, l.title, coalesce(l.code, ''), '', l.quantity, pg_temp.raw(l.quantity), 'ordli_' || l.id,
  f.fulfillment_id, f.placed_at, f.placed_at
from stage_fulfillment f
join stage_line l on l.order_number = f.number;

insert into order_fulfillment (id, order_id, fulfillment_id)
select 'ordful_' || number, order_id, fulfillment_id
from stage_fulfillment;
