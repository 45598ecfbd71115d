-- One product with one variant a stock code.
insert into product (id, title, handle, status, thumbnail, created_at, updated_at)
select 'prod_' || code, title, handle, 'published', '/storefront/thumbnails/' || handle || '.svg', first_sold, first_sold
from stage_product;

insert into image (id, url, product_id, created_at, updated_at)
select 'img_' || code, '/storefront/thumbnails/' || handle || '.svg', 'prod_' || code, first_sold, first_sold
from stage_product;

insert into product_variant (id, title, sku, manage_inventory, product_id, created_at, updated_at)
select 'variant_' || code, 'Default', code, false, 'prod_' || code, first_sold, first_sold
from stage_product;

insert into product_option (id, title, is_exclusive, created_at, updated_at)
select 'opt_' || code, 'Default option', true, first_sold, first_sold
from stage_product;

insert into product_option_value (id, value, option_id, rank, created_at, updated_at)
select 'optval_' || code, 'Default option value', 'opt_' || code, 0, first_sold, first_sold
from stage_product;

insert into product_product_option (id, product_id, product_option_id)
select 'prodopt_' || code, 'prod_' || code, 'opt_' || code
from stage_product;

insert into product_product_option_value (id, product_product_option_id, product_option_value_id)
select 'prodoptval_' || code, 'prodopt_' || code, 'optval_' || code
from stage_product;

insert into product_variant_option (variant_id, option_value_id)
select 'variant_' || code, 'optval_' || code
from stage_product;

insert into price_set (id)
select 'pset_' || code
from stage_product;

insert into price (id, price_set_id, currency_code, amount, raw_amount)
select 'price_' || code, 'pset_' || code, 'gbp', pence / 100.0, pg_temp.raw(pence / 100.0)
from stage_product
where pence > 0;

insert into product_variant_price_set (id, variant_id, price_set_id)
select 'pvps_' || code, 'variant_' || code, 'pset_' || code
from stage_product;

insert into product_sales_channel (id, product_id, sales_channel_id)
select 'prodsc_' || code, 'prod_' || code, 'sc_demo'
from stage_product;

insert into product_shipping_profile (id, product_id, shipping_profile_id)
select 'prodsp_' || p.code, 'prod_' || p.code, o.shipping_profile_id
from stage_product p, shipping_option o
where o.id = 'so_demo';
