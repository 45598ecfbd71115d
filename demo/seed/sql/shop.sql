-- The shop itself: one currency, two regions, one channel, one flat shipping price, and the key of its storefront.
insert into sales_channel (id, name, description)
values ('sc_demo', 'Regency Gifts web shop', 'The demo storefront');

insert into store (id, name, default_sales_channel_id, default_region_id, default_location_id)
values ('store_demo', 'Regency Gifts', 'sc_demo', 'reg_demo_uk', 'sloc_demo');

insert into store_currency (id, currency_code, is_default, store_id)
values ('stocur_demo', 'gbp', true, 'store_demo');

insert into region (id, name, currency_code, automatic_taxes)
values ('reg_demo_uk', 'United Kingdom', 'gbp', false), ('reg_demo_world', 'International', 'gbp', false);

update region_country set region_id = case when iso_2 = 'gb' then 'reg_demo_uk' else 'reg_demo_world' end;

insert into region_payment_provider (id, region_id, payment_provider_id)
select 'regpp_' || id, id, 'pp_system_default'
from region;

insert into tax_region (id, country_code, provider_id)
values ('txreg_demo_gb', 'gb', 'tp_system');

insert into stock_location_address (id, address_1, city, country_code, postal_code)
values ('laddr_demo', '12 Regency Square', 'Brighton', 'gb', 'BN1 2FG');

insert into stock_location (id, name, address_id)
values ('sloc_demo', 'Brighton', 'laddr_demo');

insert into sales_channel_stock_location (id, sales_channel_id, stock_location_id)
values ('scloc_demo', 'sc_demo', 'sloc_demo');

insert into location_fulfillment_provider (id, stock_location_id, fulfillment_provider_id)
values ('locfp_demo', 'sloc_demo', 'manual_manual');

insert into fulfillment_set (id, name, type)
values ('fuset_demo', 'Brighton delivery', 'shipping');

insert into location_fulfillment_set (id, stock_location_id, fulfillment_set_id)
values ('locfs_demo', 'sloc_demo', 'fuset_demo');

insert into service_zone (id, name, fulfillment_set_id)
values ('serzo_demo', 'Everywhere', 'fuset_demo');

insert into geo_zone (id, type, country_code, service_zone_id)
select 'fgz_' || iso_2, 'country', iso_2, 'serzo_demo'
from region_country;

-- Medusa makes this profile at its first start, which may not have happened yet.
insert into shipping_profile (id, name, type)
select 'sp_demo', 'Default Shipping Profile', 'default'
where not exists (select from shipping_profile where type = 'default');

insert into shipping_option_type (id, label, description, code)
values ('sotype_demo', 'Standard', 'Royal Mail, 2 to 4 days', 'standard');

insert into shipping_option (id, name, price_type, service_zone_id, shipping_profile_id, provider_id, shipping_option_type_id)
select 'so_demo', 'Standard delivery', 'flat', 'serzo_demo', id, 'manual_manual', 'sotype_demo'
from shipping_profile
where type = 'default'
limit 1;

insert into shipping_option_rule (id, attribute, operator, value, shipping_option_id)
values
  ('sorul_demo_store', 'enabled_in_store', 'eq', '"true"', 'so_demo'),
  ('sorul_demo_return', 'is_return', 'eq', '"false"', 'so_demo');

insert into price_set (id) values ('pset_demo_shipping');

insert into price (id, price_set_id, currency_code, amount, raw_amount)
values ('price_demo_shipping', 'pset_demo_shipping', 'gbp', 3.95, pg_temp.raw(3.95));

insert into shipping_option_price_set (id, shipping_option_id, price_set_id)
values ('sops_demo', 'so_demo', 'pset_demo_shipping');

insert into api_key (id, token, salt, redacted, title, type, created_by)
values ('apk_demo', 'pk_engage_demo_storefront', '', 'pk_eng***ont', 'Demo storefront', 'publishable', 'demo');

insert into publishable_api_key_sales_channel (id, publishable_key_id, sales_channel_id)
values ('pksc_demo', 'apk_demo', 'sc_demo');
