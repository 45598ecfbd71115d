const OF_PERSON = `profile_id = any(:profiles::bigint[])`

/** Tables of which a person's rows go altogether, those that others are found by last. */
export const ERASED_ROWS = [
  { table: "engage_event", where: OF_PERSON },
  {
    table: "engage_purchase_visit",
    where: `order_id in (select order_id from engage_purchase where ${OF_PERSON})`,
  },
  { table: "engage_merge_log", where: OF_PERSON },
  { table: "engage_session", where: OF_PERSON },
  { table: "engage_visitor", where: OF_PERSON },
  { table: "engage_consent", where: OF_PERSON },
  { table: "engage_consent_log", where: OF_PERSON },
  { table: "engage_frequency", where: OF_PERSON },
  { table: "engage_value_log", where: OF_PERSON },
  { table: "engage_opt_in", where: OF_PERSON },
  {
    table: "engage_duplicate",
    where: `a = any(:profiles::bigint[]) or b = any(:profiles::bigint[])`,
  },
  { table: "engage_email_fix", where: OF_PERSON },
  { table: "engage_bounce", where: OF_PERSON },
  { table: "engage_endpoint", where: OF_PERSON },
  { table: "engage_profile_tag", where: OF_PERSON },
  { table: "engage_quality_change", where: OF_PERSON },
  { table: "engage_profile_raw", where: OF_PERSON },
  {
    table: "engage_identity",
    where: `${OF_PERSON} and kind not in ('erased_customer', 'erased_email')`,
  },
]

/** Keys are made as in {@link file://../events/batch.ts}. */
export const ERASE_EVENT_KEYS = `
  delete from engage_event_key k
  using engage_event e
  where e.${OF_PERSON} and k.key = md5(e.source || E'\\n' || e.message_id)::uuid
`

/** What other systems sent is kept as it came for a while. */
export const ERASE_SOURCE_REQUESTS = `
  delete from engage_source_request r
  where exists (select 1 from unnest(:emails::text[]) as e (email) where position(e.email in lower(r.body)) > 0)
`

/** An e-mail as it is remembered of somebody who is to be forgotten. */
export const ERASED_EMAIL = (email: string) => `
  encode(sha256(convert_to((select secret from engage_secret) || ${email}, 'UTF8')), 'hex')
`

export const KEEP_IDENTITIES = `
  insert into engage_identity (kind, value, profile_id, created_at)
  select 'erased_customer', c.id, :profile::bigint, :now::timestamptz from unnest(:customers::text[]) as c (id)
  union all
  select 'erased_email', ${ERASED_EMAIL("e.email")}, :profile::bigint, :now::timestamptz from unnest(:emails::text[]) as e (email)
  on conflict (kind, value) do update set profile_id = excluded.profile_id, created_at = excluded.created_at
`

export const FORGET_MERGES = `
  update engage_merge
  set snapshot = '{}', moved = '{}', undone_at = coalesce(undone_at, now())
  where kept = any(:profiles::bigint[]) or gone = any(:profiles::bigint[])
`

export const ANONYMISE_PURCHASES = `
  update engage_purchase set custom = null, customer_id = null, import_id = null where ${OF_PERSON}
`

export const ANONYMISE_LINES = `
  update engage_purchase_line l set custom = null
  from engage_purchase o
  where o.id = l.purchase_id and o.${OF_PERSON} and l.custom is not null
`

export const ANONYMISE_PROFILES = `
  update engage_profile
  set first_name = null, last_name = null, email = null, phone = null, birthday = null, gender = null, language = null,
    region = null, city = null, postal_code = null, phone_operator = null, phone_operator_state = null, time_zone = null, time_zone_source = null, time_zone_confidence = 0, phone_type = null,
    email_provider = null, email_status = 'missing', phone_status = 'missing', subscribed = 0, has_account = false,
    registered_at = null, utm_source = null, utm_medium = null, utm_campaign = null, custom = null, assigned = null,
    source = 'erased', import_id = null, removed_at = coalesce(removed_at, :now), erased_at = :now, updated_at = :now
  where id = any(:profiles::bigint[])
`

export const LOG_PRIVACY = `
  insert into engage_privacy_log (at, action, profile_id, actor, reason, rows)
  values (:now, :action, :profile, :actor, :reason, :rows::jsonb)
`

/** A message that comes again after so long is a new one. */
export const DROP_EVENT_KEYS = `delete from engage_event_key where received_on < :before::date`

export const DROP_VISITS = `delete from engage_session where last_at < :before`

/** Devices that nobody was seen on since, and that tell nothing about a person. */
export const DROP_VISITORS = `
  delete from engage_visitor v
  where v.first_at < :before and v.profile_id is null
    and not exists (select 1 from engage_session s where s.visitor_id = v.id)
`
