/** The statements of one batch of events, in this order inside one transaction. Lists arrive as JSON or arrays. */

/** Takes the keys that nobody has used yet. Sorted, so that two batches never wait for each other in a circle. */
export const CLAIM_KEYS = `
  insert into engage_event_key (key, received_on)
  select key, :now::date from unnest(:keys::uuid[]) key order by key
  on conflict do nothing
  returning key::text
`

export const FIND_IDENTITIES = `
  select i.kind, i.value, i.profile_id::float8 as profile_id
  from unnest(:kinds::text[], :values::text[]) w(kind, value)
  join engage_identity i on i.kind = w.kind and i.value = w.value
  union all
  select 'profile', w.value, p.id::float8
  from unnest(:kinds::text[], :values::text[]) w(kind, value)
  join engage_profile p on w.kind = 'profile' and p.id = case when w.kind = 'profile' then w.value::bigint end
  where p.removed_at is null
`

export const INSERT_VISITORS = `
  insert into engage_visitor (key, first_at, claim_kind, claim_value)
  select distinct on (r.key) r.key, r.at, r.claim_kind, r.claim_value
  from jsonb_to_recordset(:rows::jsonb) r(key text, at timestamptz, claim_kind text, claim_value text)
  where not exists (select 1 from engage_visitor v where v.key = r.key)
  order by r.key, r.at
  on conflict do nothing
`

/** Shared locks keep a visitor from being joined to somebody between this look and the commit. */
export const READ_VISITORS = `
  select id::float8 as id, key, profile_id::float8 as profile_id
  from engage_visitor where key = any(:keys::text[])
  order by id
  for share
`

export const UPSERT_SESSIONS = `
  insert into engage_session as s (visitor_id, key, profile_id, started_at, last_at, pages, products, cart_actions, events,
    device, os, browser, language, time_zone, landing, referrer, utm_source, utm_medium, utm_campaign, utm_term, utm_content, click_id)
  select r.*
  from jsonb_to_recordset(:rows::jsonb) r(visitor_id bigint, key text, profile_id bigint, started_at timestamptz,
    last_at timestamptz, pages integer, products integer, cart_actions integer, events integer, device text, os text,
    browser text, language text, time_zone text, landing text, referrer text, utm_source text, utm_medium text, utm_campaign text,
    utm_term text, utm_content text, click_id text)
  order by r.visitor_id, r.key
  on conflict (visitor_id, key) do update
    set started_at = least(s.started_at, excluded.started_at), last_at = greatest(s.last_at, excluded.last_at),
      pages = s.pages + excluded.pages, products = s.products + excluded.products,
      cart_actions = s.cart_actions + excluded.cart_actions, events = s.events + excluded.events
  returning id::float8 as id, visitor_id::float8 as visitor_id, key, profile_id::float8 as profile_id
`

/** Writes the events, marks whom they touch for the segments, and adds them to the catalogue's days. */
export const INSERT_EVENTS = `
  with incoming as materialized (
    select * from jsonb_to_recordset(:rows::jsonb) r(at timestamptz, profile_id bigint, visitor_id bigint,
      session_id bigint, name text, source text, message_id text, properties jsonb)
  ), written as (
    insert into engage_event (at, received_at, profile_id, visitor_id, session_id, name, source, message_id, properties)
    select at, :now::timestamptz, profile_id, visitor_id, session_id, name, source, message_id, properties from incoming
  ), changed as (
    insert into engage_segment_dirty (profile_id)
    select distinct profile_id from incoming where profile_id is not null order by 1
    on conflict do nothing
  ), interested as (
    insert into engage_interest_dirty (profile_id)
    select distinct profile_id from incoming where profile_id is not null and name like 'Product %' order by 1
    on conflict do nothing
  )
  insert into engage_event_day as d (day, name, source, events, last_at)
  select (at at time zone 'UTC')::date, name, source, count(*), max(at) from incoming
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (day, name, source) do update
    set events = d.events + excluded.events, last_at = greatest(d.last_at, excluded.last_at)
`
