import { PROFILE_SEARCH } from "../tables"

/** The name of a row `s` of what people are looked up by, as it is searched and sorted. */
export const FULL_NAME = `lower(s.first_name || ' ' || coalesce(s.last_name, ''))`

/** Columns of a list row. */
export const LIST_COLUMNS = `
  p.id::float8 as id, p.first_name, p.last_name, p.email, p.phone, p.country, p.city, p.has_account, p.rfm_group, p.orders,
  p.revenue::float8 as revenue, p.aov::float8 as aov, p.last_order_at, p.subscribed::int as subscribed
`

/**
 * Searched text is a prefix of the e-mail, the full name, the last name, or the phone number, or an order's number. Each is a condition of its own
 * that an index answers; `phones` says how many parameters `:phone0`, `:phone1` … there are.
 */
export const SEARCH = (phones: number, order: boolean) => {
  const conditions = [
    `s.email like :text`,
    `${FULL_NAME} like :text`,
    `lower(s.last_name) like :text`,
    ...Array.from({ length: phones }, (_, i) => `s.phone like :phone${i}`),
  ]
  const orders = order
    ? `union all select u.profile_id from engage_purchase u where u.display_id = :order_number::int
       union all select u.profile_id from engage_purchase u where u.order_id = 'offline:' || :order_text`
    : ""
  return `p.id in (select s.profile_id from ${PROFILE_SEARCH} s where ${conditions.join(" or ")} ${orders})`
}

/** One profile with its raw contact values. */
export const PROFILE_ROW = `
  select ${LIST_COLUMNS}, p.gender, to_char(p.birthday, 'YYYY-MM-DD') as birthday,
    extract(year from age((:now::timestamptz at time zone :zone)::date, p.birthday))::int as age,
    p.language, p.postal_code, p.registered_at, p.source, p.utm_source, p.utm_medium, p.utm_campaign,
    p.email_status, p.email_provider, p.phone_status, p.phone_type, p.time_zone, p.time_zone_source,
    p.time_zone_confidence::int as time_zone_confidence,
    r.email as raw_email, r.phone as raw_phone, r.email_reason, r.phone_reason, r.email_invalid_at, r.phone_invalid_at,
    p.region, r.city as raw_city, r.region as raw_region, r.postal_code as raw_postal_code, p.phone_operator,
    p.phone_operator_state,
    (
      select left(lower(btrim(r.email)), -length(d.domain)) || d.suggestion
      from engage_mail_domain d
      where d.domain = split_part(lower(btrim(r.email)), '@', 2) and d.decision is null
        and not exists (select 1 from engage_email_fix x where x.address = lower(btrim(r.email)))
    ) as suggested_email,
    (
      select jsonb_build_object('source', u.utm_source, 'medium', u.utm_medium, 'campaign', u.utm_campaign)
      from engage_purchase u where u.profile_id = p.id and u.utm_source is not null
      order by u.placed_at desc limit 1
    ) as last_utm,
    (select array_agg(value order by created_at) from engage_identity i where i.profile_id = p.id and i.kind = 'customer')
      as customer_ids
  from engage_profile p left join engage_profile_raw r on r.profile_id = p.id
  where p.id = :id and p.removed_at is null
`

/** The profile that a merged one has become part of, however many merges later. */
export const MERGED_INTO = `
  with recursive chain as (
    select id, merged_into, 1 as depth from engage_profile where id = :id
    union all
    select p.id, p.merged_into, depth + 1 from chain join engage_profile p on p.id = chain.merged_into where depth < 20
  )
  select id::float8 as id from chain where merged_into is null
`

/** The profile `:profile` and all that were merged into it, for tables whose rows stay with the number they began with. */
export const FAMILY = `
  (
    with recursive family as (
      select :profile::bigint as id
      union all
      select p.id from family join engage_profile p on p.merged_into = family.id
    )
    select id from family
  )
`

export const PROFILE_OF_CUSTOMER = `
  select profile_id::float8 as id from engage_identity where kind = 'customer' and value = :customer
`

export const PROFILES_OF_CUSTOMERS = `
  select profile_id::float8 as number, value as customer_id
  from engage_identity where kind = 'customer' and value = any(:customers::text[])
`

/** Orders of one profile for its timeline, newest first, with their lines. */
export const PURCHASES_OF = `
  select u.id::float8 as id, u.order_id, u.display_id, u.source, u.status, u.placed_at, u.net::float8 as net, u.refunded::float8 as refunded, u.currency,
    (
      select coalesce(json_agg(json_build_object('title', coalesce(d.title, l.title), 'quantity', l.quantity, 'net', l.net) order by l.net desc), '[]')
      from engage_purchase_line l left join engage_product d on d.id = l.product_no
      where l.purchase_id = u.id
    ) as items
  from engage_purchase u
  where u.profile_id = :profile and (u.placed_at, u.id) < (:before::timestamptz, :before_id) and u.placed_at >= :since::timestamptz
    and (:q::text is null or coalesce(u.display_id::text, u.order_id) like :q or exists (
      select 1 from engage_purchase_line l left join engage_product d on d.id = l.product_no
      where l.purchase_id = u.id and lower(coalesce(d.title, l.title)) like :q
    ))
  order by u.placed_at desc, u.id desc
  limit :limit
`

export const CONSENT_LOG_OF = `
  select c.id::float8 as id, c.at, c.channel, case when c.topic = '*' then 'All messages' else coalesce(t.name, c.topic) end as topic_name, c.state, c.method, c.reason
  from engage_consent_log c left join engage_topic t on t.key = c.topic
  where c.profile_id = :profile and (c.at, c.id) < (:before::timestamptz, :before_id) and c.at >= :since::timestamptz
    and (:q::text is null or lower(c.channel || ' ' || c.state || ' ' || coalesce(t.name, c.topic) || ' ' || coalesce(c.reason, '')) like :q)
  order by c.at desc, c.id desc
  limit :limit
`

/** How far the shop's data has arrived: the oldest end of a pass. Null while history is still coming in. */
export const DATA_AS_OF = `
  select case when bool_and(passed_at is not null) then min(passed_at) end as at
  from engage_watermark
`

export const WATERMARKS = `
  select source, nullif(high_at, '-infinity') as high_at, passed_at, rows::float8 as rows from engage_watermark order by source
`

export const LAST_DRIFT = `
  select distinct on (source) source, checked_at, shop::float8 as shop, ours::float8 as ours, repaired::float8 as repaired
  from engage_reconciliation order by source, checked_at desc
`
