/** People of offline purchases whom nobody knows yet: one profile for each new e-mail or phone. */
export const NEW_BUYERS = `
  with fresh as (
    select email, phone, at, import_id, nextval(pg_get_serial_sequence('engage_profile', 'id')) as id
    from unnest(:emails::text[], :phones::text[], :times::timestamptz[], :imports::text[]) as b (email, phone, at, import_id)
  ), profiles as (
    insert into engage_profile (id, email, phone, source, created_at, import_id)
    overriding system value
    select id, email, phone, 'offline', at, import_id from fresh
  ), raw as (
    insert into engage_profile_raw (profile_id, email, phone)
    select id, email, phone from fresh
  ), identities as (
    insert into engage_identity (kind, value, profile_id)
    select 'email', email, id from fresh where email is not null
  )
  select id::float8 as id, email, phone from fresh
`

/** Whose a valid phone number is, where it is one person's only. */
export const BY_PHONE = `
  select phone, min(id)::float8 as id from engage_profile
  where phone = any(:phones::text[]) and removed_at is null
  group by phone having count(*) = 1
`

/**
 * Purchases of the temporary form rows (JSON). The same external id again changes the purchase; it never counts twice.
 */
export const UPSERT_OFFLINE = `
  with input as (
    select * from jsonb_to_recordset(:rows::jsonb) as r (
      order_id text, profile_id bigint, placed_at timestamptz, canceled boolean, gross bigint, discount bigint, refunded bigint,
      items integer, returned integer, currency text, source_code text, country text, custom jsonb,
      import_id text
    )
  ), old as (
    select e.order_id, e.profile_id from engage_purchase e join input using (order_id)
  ), written as (
    insert into engage_purchase as e (order_id, profile_id, source, placed_at, canceled_at, gross, discount, refunded, net, net_base,
      items, returned, counted, currency, status, source_code, country, custom, import_id)
    select order_id, profile_id, 'offline', placed_at, case when canceled then placed_at end, gross, discount, refunded,
      case when canceled then 0 else greatest(0, gross - discount - refunded) end,
      case when currency = :currency then case when canceled then 0 else greatest(0, gross - discount - refunded) end end,
      items, returned, not canceled, currency, case when canceled then 'canceled' else 'completed' end, source_code, country, custom,
      import_id
    from input
    on conflict (order_id) do update
      set profile_id = excluded.profile_id, placed_at = excluded.placed_at, canceled_at = excluded.canceled_at,
        gross = excluded.gross, discount = excluded.discount, refunded = excluded.refunded, net = excluded.net,
        net_base = excluded.net_base, items = excluded.items, returned = excluded.returned, counted = excluded.counted,
        currency = excluded.currency, status = excluded.status, source_code = excluded.source_code, country = excluded.country,
        custom = excluded.custom
    returning id, order_id, profile_id
  ), dirty as (
    insert into engage_dirty (profile_id)
    select profile_id from written union select old.profile_id from old order by 1
    on conflict do nothing
  )
  select id::float8 as id, order_id, exists (select 1 from old where old.order_id = written.order_id) as known from written
`

export const REPLACE_OFFLINE_LINES = `
  with input as (
    select * from jsonb_to_recordset(:lines::jsonb) as r (
      purchase_id bigint, line_id text, product_id text, variant_id text, title text, quantity integer, net bigint, custom jsonb
    )
  ), gone as (
    delete from engage_purchase_line l
    where l.purchase_id = any(:purchases::bigint[])
      and not exists (select 1 from input i where i.purchase_id = l.purchase_id and i.line_id = l.line_id)
  )
  insert into engage_purchase_line as l (purchase_id, line_id, product_no, quantity, net, title, variant_id, custom)
  select i.purchase_id, i.line_id, d.id, i.quantity, i.net, i.title, i.variant_id, i.custom
  from input i left join engage_product d on d.product_id = i.product_id
  on conflict (purchase_id, line_id) do update
    set product_no = excluded.product_no, quantity = excluded.quantity, net = excluded.net, title = excluded.title,
      variant_id = excluded.variant_id, custom = excluded.custom
`

export const KNOWN_OFFLINE = `select order_id as id from engage_purchase where order_id = any(:orders::text[])`
