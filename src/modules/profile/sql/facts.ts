/** From the temporary table `facts` (one row a profile) into the profile's own tables. */

const BIRTHDAY = `
  case when f.birthday ~ '^(19|20)\\d\\d-(0[1-9]|1[0-2])-\\d\\d' then (
    select day from (
      select make_date(substr(f.birthday, 1, 4)::int, substr(f.birthday, 6, 2)::int, 1) + substr(f.birthday, 9, 2)::int - 1 as day
    ) d
    where to_char(day, 'YYYY-MM-DD') = substr(f.birthday, 1, 10)
  ) end
`

/** What the shop changed in known people's attributes, for their history. First values are no change. */
export const LOG_FACTS = `
  insert into engage_value_log (at, profile_id, kind, key, old, new, source)
  select now(), p.id, 'attribute', v.key, v.old, v.new, 'shop'
  from facts f
  join engage_profile p on p.id = f.profile_id
  left join engage_profile_raw r on r.profile_id = f.profile_id
  cross join lateral (values
    ('first_name', p.first_name, f.first_name), ('last_name', p.last_name, f.last_name), ('city', r.city, f.city),
    ('postal_code', r.postal_code, f.postal_code), ('gender', p.gender, f.gender), ('language', p.language, f.language),
    ('birthday', to_char(p.birthday, 'YYYY-MM-DD'), to_char(${BIRTHDAY}, 'YYYY-MM-DD')), ('email', r.email, f.email),
    ('phone', r.phone, f.phone), ('country', r.country, f.country)
  ) as v (key, old, new)
  where f.customers > 0 and v.old is distinct from v.new
`

/**
 * New profiles come in whole; known ones are written where something differs. A changed e-mail and the address arrive with the
 * contact values, once they have been read.
 */
export const UPSERT_PROFILES = `
  insert into engage_profile as p (id, source, created_at, has_account, registered_at, email, first_name, last_name, birthday, gender, language, utm_source, utm_medium, utm_campaign)
  overriding system value
  select profile_id, 'shop', created_at, has_account, registered_at, lower(btrim(email)), first_name, last_name,
    ${BIRTHDAY}, gender, language, utm_source, utm_medium, utm_campaign
  from facts f where customers > 0
  on conflict (id) do update
    set created_at = least(p.created_at, excluded.created_at), has_account = excluded.has_account,
      registered_at = excluded.registered_at, first_name = excluded.first_name,
      last_name = excluded.last_name, birthday = excluded.birthday,
      gender = excluded.gender, language = excluded.language, utm_source = excluded.utm_source,
      utm_medium = excluded.utm_medium, utm_campaign = excluded.utm_campaign, removed_at = null, updated_at = now()
    where (p.has_account, p.registered_at, p.first_name, p.last_name, p.birthday, p.gender,
        p.language, p.utm_source, p.utm_medium, p.utm_campaign, p.removed_at)
      is distinct from (excluded.has_account, excluded.registered_at, excluded.first_name,
        excluded.last_name, excluded.birthday, excluded.gender, excluded.language,
        excluded.utm_source, excluded.utm_medium, excluded.utm_campaign, null)
`

/** A profile whose customers are all gone keeps what it knew while it has purchases; else it is removed. */
export const RELEASE_PROFILES = `
  update engage_profile p
  set has_account = false, registered_at = null, updated_at = now(),
    removed_at = case when exists (select 1 from engage_purchase u where u.profile_id = p.id) then null
      else coalesce(p.removed_at, now()) end
  from facts f
  where p.id = f.profile_id and f.customers = 0
`

/** Raw contact values; a change puts the profile on the list of {@link file://../contact/due.ts}. */
export const UPSERT_RAW = `
  insert into engage_profile_raw as r (profile_id, email, phone, country, region, postal_code, city, time_zone)
  select profile_id, email, phone, country, region, postal_code, city, time_zone from facts where customers > 0
  on conflict (profile_id) do update
    set email = excluded.email, phone = excluded.phone, country = excluded.country, region = excluded.region,
      postal_code = excluded.postal_code, city = excluded.city, time_zone = excluded.time_zone, due = true
    where (r.email, r.phone, r.country, r.region, r.postal_code, r.city, r.time_zone)
      is distinct from (excluded.email, excluded.phone, excluded.country, excluded.region, excluded.postal_code,
        excluded.city, excluded.time_zone)
`

const YES = (value: string) => `lower(${value}) in ('true', '1', 'yes')`

/**
 * Opt-ins that the shop's own data newly says. Only a change counts: otherwise every sync would undo what the person said
 * to us since. "No" from somebody who never said yes is no news: they were not asked.
 */
export const NEW_OPT_INS = `
  with news as (
    select f.profile_id, o.channel, o.value, f.consent_at, f.consent_source
    from facts f
    join engage_profile_raw r on r.profile_id = f.profile_id
    cross join lateral (values ('email', f.email_opt_in, r.email_opt_in), ('sms', f.sms_opt_in, r.sms_opt_in))
      as o (channel, value, seen)
    where o.value is not null and o.value is distinct from o.seen
      and (${YES("o.value")} or exists (
        select 1 from engage_consent c where c.profile_id = f.profile_id and c.channel = o.channel and c.topic = '*'
      ))
  ), seen as (
    update engage_profile_raw r
    set email_opt_in = coalesce(f.email_opt_in, r.email_opt_in), sms_opt_in = coalesce(f.sms_opt_in, r.sms_opt_in)
    from facts f
    where f.profile_id = r.profile_id
      and (r.email_opt_in, r.sms_opt_in) is distinct from
        (coalesce(f.email_opt_in, r.email_opt_in), coalesce(f.sms_opt_in, r.sms_opt_in))
  )
  insert into pending_consent
  select n.profile_id, n.channel,
    case when ${YES("n.value")} then 'subscribed' else 'unsubscribed' end,
    coalesce(nullif(n.consent_source, ''), 'shop'), n.consent_at
  from news n
`
