-- Customers of each copy, with their default address. A copy's e-mail and phone are its own.
create or replace temporary view copied_customer as
select
  s.*,
  c.k,
  'cus_' || s.id || case when s.guest then '_guest' else '' end || c.suffix as customer_id,
  case when c.k = 0 then s.email else replace(s.email, '@', '.' || c.k || '@') end as own_email,
  case
    when c.k = 0 or s.phone !~ '\d{4}$' then s.phone
    else left(s.phone, -4) || lpad(((right(s.phone, 4)::integer + c.k * 37) % 10000)::text, 4, '0')
  end as own_phone
from stage_customer s
cross join stage_copy c;

insert into customer (id, email, phone, first_name, last_name, has_account, metadata, created_at, updated_at)
select customer_id, own_email, own_phone, first_name, last_name, has_account, metadata, created_at, updated_at
from copied_customer;

insert into customer_address (
  id, customer_id, is_default_shipping, is_default_billing, first_name, last_name,
  address_1, city, country_code, postal_code, phone, created_at, updated_at
)
select
  'cuaddr_' || substr(customer_id, 5), customer_id, true, true, first_name, last_name,
  street, city, country, postal_code, own_phone, created_at, updated_at
from copied_customer;
