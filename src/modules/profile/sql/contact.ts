/** What all spellings of a town have in common: letters without accents and capitals, one space for anything else. */
export const CITY_KEY = (city: string) => `
  btrim(regexp_replace(
    regexp_replace(replace(lower(normalize(${city}, NFKD)), 'ß', 'ss'), U&'[\\0300-\\036F]', '', 'g'),
    '[[:space:][:punct:]]+', ' ', 'g'
  ))
`

const ADDRESS = `lower(btrim(r.email))`

/** Contact values as they were given, and what else is known of them; `r` is the row of `engage_profile_raw`. */
export const CONTACT_COLUMNS = `
  r.profile_id::float8 as id, r.email, r.phone, r.country, r.region, r.postal_code, r.city, r.time_zone, r.email_reason,
  r.email_invalid_at, r.phone_reason, r.phone_invalid_at, town.name as town,
  (
    select s.time_zone from engage_session s where s.profile_id = r.profile_id and s.time_zone is not null
    order by s.started_at desc limit 1
  ) as browser_zone,
  case when domain.domain is not null then jsonb_build_object(
    'suggestion', domain.suggestion, 'decision', domain.decision, 'mail', domain.mail, 'provider', domain.provider
  ) end as domain,
  case when fix.address is not null then jsonb_build_object('corrected', fix.corrected) end as fix,
  (
    select jsonb_agg(jsonb_build_object('by', case b.channel when 'email' then 'email' else 'phone' end, 'kind', b.kind,
      'address', b.address, 'reason', b.reason, 'at', b.at))
    from engage_bounce b where b.profile_id = r.profile_id and b.cleared_at is null
  ) as bounces
`

export const CONTACT_JOINS = `
  left join engage_city town on town.country = lower(coalesce(r.country, '')) and town.key = ${CITY_KEY("r.city")}
  left join engage_mail_domain domain on domain.domain = split_part(${ADDRESS}, '@', 2)
  left join engage_email_fix fix on fix.address = ${ADDRESS}
`

/** Contact values that changed since they were last read. */
export const CLAIM_CONTACTS = `
  with claimed as (
    update engage_profile_raw
    set due = false
    where profile_id in (
      select profile_id from engage_profile_raw where due order by profile_id limit :limit for update skip locked
    )
    returning *
  )
  select ${CONTACT_COLUMNS} from claimed r ${CONTACT_JOINS}
`

const COLUMNS = [
  "email",
  "email_status",
  "email_provider",
  "phone",
  "phone_status",
  "phone_type",
  "phone_operator",
  "phone_operator_state",
  "country",
  "region",
  "postal_code",
  "city",
  "time_zone",
  "time_zone_source",
  "time_zone_confidence",
]
const of = (table: string) => COLUMNS.map((column) => `${table}.${column}`).join(", ")

/** Writes what was read from them; The parameter `rows` is a JSON array. */
export const WRITE_CONTACTS = `
  with input as (
    select * from jsonb_to_recordset(:rows::jsonb) as r (
      id bigint, email_reason text, email_invalid_at timestamptz, phone_reason text, phone_invalid_at timestamptz,
      ${COLUMNS.map((column) => `${column} ${column === "time_zone_confidence" ? "smallint" : "text"}`).join(", ")}
    )
  ), reasons as (
    update engage_profile_raw r
    set email_reason = i.email_reason, email_invalid_at = i.email_invalid_at, phone_reason = i.phone_reason,
      phone_invalid_at = i.phone_invalid_at
    from input i
    where r.profile_id = i.id
      and (r.email_reason, r.email_invalid_at, r.phone_reason, r.phone_invalid_at)
        is distinct from (i.email_reason, i.email_invalid_at, i.phone_reason, i.phone_invalid_at)
  ), written as (
    update engage_profile p
    set ${COLUMNS.map((column) => `${column} = i.${column}`).join(", ")}, updated_at = now()
    from input i
    where p.id = i.id and (${of("p")}) is distinct from (${of("i")})
    returning p.id
  )
  insert into engage_segment_dirty (profile_id) select id from written order by 1 on conflict do nothing
`
