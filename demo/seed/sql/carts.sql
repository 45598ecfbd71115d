-- Open carts of the last days, and the carts that became the youngest orders.
insert into cart (
  id, region_id, customer_id, sales_channel_id, email, currency_code, metadata, created_at, updated_at, completed_at
)
select
  'cart_' || c.id,
  case when s.country is distinct from 'gb' and s.id is not null then 'reg_demo_world' else 'reg_demo_uk' end,
  'cus_' || s.id,
  'sc_demo',
  s.email,
  'gbp',
  c.metadata,
  c.created_at,
  c.updated_at,
  case when c.order_number is not null then c.updated_at end
from stage_cart c
left join stage_customer s on s.id = c.customer and not s.guest;

insert into cart_line_item (
  id, cart_id, title, subtitle, thumbnail, quantity, variant_id, product_id, product_title, product_handle,
  variant_sku, variant_title, unit_price, raw_unit_price, created_at, updated_at
)
select
  'cali_' || l.cart_id || '_' || l.position, 'cart_' || l.cart_id, p.title, 'Default',
  '/storefront/thumbnails/' || p.handle || '.svg', l.quantity, 'variant_' || p.code, 'prod_' || p.code, p.title, p.handle,
  p.code, 'Default', p.pence / 100.0, pg_temp.raw(p.pence / 100.0), c.created_at, c.updated_at
from stage_cart_line l
join stage_cart c on c.id = l.cart_id
join stage_product p on p.code = l.code;

insert into order_cart (id, order_id, cart_id)
select 'ordercart_' || id, 'order_' || order_number, 'cart_' || id
from stage_cart
where order_number is not null;
