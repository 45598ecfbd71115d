/**
 * From Medusa's customers to profiles. Guest and registered rows with one e-mail are one profile. The statements run in
 * this order inside one transaction, over the customer ids in the temporary table `pulled`.
 */

/** Every pulled customer with its normalised e-mail and the profiles that its e-mail and its id lead to today. */
export const MATCH_CUSTOMERS = `
  create temp table matched on commit drop as
  select c.id as customer_id, nullif(lower(btrim(c.email)), '') as email, c.deleted_at is not null as deleted,
    e.profile_id as by_email, i.profile_id as by_id, null::bigint as target
  from pulled
  join customer c on c.id = pulled.id
  left join engage_identity e on e.kind = 'email' and e.value = lower(btrim(c.email))
  left join engage_identity i on i.kind = 'customer' and i.value = c.id
  union all
  select pulled.id, null, true, null, i.profile_id, null
  from pulled
  join engage_identity i on i.kind = 'customer' and i.value = pulled.id
  where not exists (select 1 from customer c where c.id = pulled.id)
`

/** A customer who changed to a new e-mail takes the profile along, unless others share it. */
export const KEEP_RENAMED = `
  update matched m set target = m.by_id
  where not m.deleted and m.by_email is null and m.by_id is not null
    and not exists (
      select 1 from engage_identity i
      where i.profile_id = m.by_id and i.kind = 'customer' and i.value <> m.customer_id
    )
`

/** Everybody else goes where the e-mail leads; an e-mail (or nameless customer) not seen before gets a new number. */
export const ASSIGN_TARGETS = `
  with fresh as (
    select key, nextval(pg_get_serial_sequence('engage_profile', 'id')) as id
    from (
      select distinct coalesce(email, customer_id) as key from matched
      where not deleted and target is null and by_email is null
    ) k
  )
  update matched m set target = coalesce(m.by_email, fresh.id)
  from matched x left join fresh on fresh.key = coalesce(x.email, x.customer_id)
  where m.customer_id = x.customer_id and not m.deleted and m.target is null
`

export const INSERT_EMAIL_IDENTITIES = `
  insert into engage_identity (kind, value, profile_id)
  select distinct 'email', email, target from matched
  where target is not null and email is not null
  on conflict (kind, value) do nothing
`

/** Points customers at their profile; a moved customer takes the purchases made under that customer id along. */
export const UPSERT_CUSTOMER_IDENTITIES = `
  insert into engage_identity as i (kind, value, profile_id)
  select 'customer', customer_id, target from matched
  where target is not null
  on conflict (kind, value) do update set profile_id = excluded.profile_id
    where i.profile_id <> excluded.profile_id
`

export const DROP_DELETED_IDENTITIES = `
  delete from engage_identity i using matched m
  where m.deleted and i.kind = 'customer' and i.value = m.customer_id
`

export const MOVE_PURCHASES = `
  update engage_purchase p set profile_id = m.target
  from matched m
  where m.target is not null and m.by_id is not null and m.target <> m.by_id
    and p.customer_id = m.customer_id and p.profile_id <> m.target
`

/** The profiles whose facts may have changed. */
export const AFFECTED_PROFILES = `
  create temp table affected on commit drop as
  select distinct id from (select by_id as id from matched union all select target from matched) a
  where id is not null
`

/**
 * The facts of a profile from all its living customers: the registered row before guests, then the latest; a value that
 * the first has not got comes from the next.
 */
export const CUSTOMER_FACTS = `
  create temp table facts on commit drop as
  with rows as (
    select i.profile_id, c.*, a.country_code, a.province, a.city, a.postal_code, a.phone as address_phone,
      row_number() over (partition by i.profile_id order by c.has_account desc, c.updated_at desc, c.id) as n
    from affected
    join engage_identity i on i.profile_id = affected.id and i.kind = 'customer'
    join customer c on c.id = i.value and c.deleted_at is null
    left join lateral (
      select a.* from customer_address a
      where a.customer_id = c.id and a.deleted_at is null
      order by a.is_default_shipping desc, a.is_default_billing desc, a.updated_at desc
      limit 1
    ) a on true
  )
  select affected.id as profile_id,
    count(n) as customers,
    coalesce(bool_or(has_account), false) as has_account,
    min(created_at) filter (where has_account) as registered_at,
    min(created_at) as created_at,
    (array_agg(email order by n) filter (where email is not null))[1] as email,
    (array_agg(coalesce(phone, address_phone) order by n) filter (where coalesce(phone, address_phone) is not null))[1] as phone,
    (array_agg(first_name order by n) filter (where btrim(first_name) <> ''))[1] as first_name,
    (array_agg(last_name order by n) filter (where btrim(last_name) <> ''))[1] as last_name,
    lower((array_agg(country_code order by n) filter (where country_code is not null))[1]) as country,
    (array_agg(province order by n) filter (where btrim(province) <> ''))[1] as region,
    (array_agg(city order by n) filter (where btrim(city) <> ''))[1] as city,
    (array_agg(postal_code order by n) filter (where btrim(postal_code) <> ''))[1] as postal_code,
    (array_agg(metadata ->> :time_zone order by n) filter (where metadata ->> :time_zone is not null))[1] as time_zone,
    (array_agg(metadata ->> :birthday order by n) filter (where metadata ->> :birthday is not null))[1] as birthday,
    lower((array_agg(metadata ->> :gender order by n) filter (where metadata ->> :gender is not null))[1]) as gender,
    (array_agg(metadata ->> :language order by n) filter (where metadata ->> :language is not null))[1] as language,
    (array_agg(metadata ->> :email_opt_in order by n) filter (where metadata ->> :email_opt_in is not null))[1] as email_opt_in,
    (array_agg(metadata ->> :sms_opt_in order by n) filter (where metadata ->> :sms_opt_in is not null))[1] as sms_opt_in,
    (array_agg(metadata ->> :consent_at order by n) filter (where metadata ->> :consent_at is not null))[1] as consent_at,
    (array_agg(metadata ->> :consent_source order by n) filter (where metadata ->> :consent_source is not null))[1] as consent_source,
    (array_agg(metadata ->> :utm_source order by n) filter (where metadata ->> :utm_source is not null))[1] as utm_source,
    (array_agg(metadata ->> :utm_medium order by n) filter (where metadata ->> :utm_medium is not null))[1] as utm_medium,
    (array_agg(metadata ->> :utm_campaign order by n) filter (where metadata ->> :utm_campaign is not null))[1] as utm_campaign
  from affected left join rows on rows.profile_id = affected.id
  group by affected.id
`
