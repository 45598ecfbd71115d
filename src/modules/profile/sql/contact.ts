/** Contact values that changed since they were last read. */
export const CLAIM_CONTACTS = `
  update engage_profile_raw
  set due = false
  where profile_id in (
    select profile_id from engage_profile_raw where due order by profile_id limit :limit for update skip locked
  )
  returning profile_id, email, phone, country
`

/** Writes what was read from them; The parameter `rows` is a JSON array. */
export const WRITE_CONTACTS = `
  with input as (
    select * from jsonb_to_recordset(:rows::jsonb) as r (
      id bigint, email text, email_status text, email_reason text, email_provider text, phone text, phone_status text,
      phone_reason text, phone_type text, country text, time_zone text, time_zone_source text, time_zone_confidence smallint
    )
  ), reasons as (
    update engage_profile_raw r set email_reason = i.email_reason, phone_reason = i.phone_reason
    from input i
    where r.profile_id = i.id and (r.email_reason, r.phone_reason) is distinct from (i.email_reason, i.phone_reason)
  ), written as (
    update engage_profile p
    set email = i.email, email_status = i.email_status, email_provider = i.email_provider, phone = i.phone,
      phone_status = i.phone_status, phone_type = i.phone_type, country = i.country, time_zone = i.time_zone,
      time_zone_source = i.time_zone_source, time_zone_confidence = i.time_zone_confidence, updated_at = now()
    from input i
    where p.id = i.id
      and (p.email, p.email_status, p.email_provider, p.phone, p.phone_status, p.phone_type, p.country, p.time_zone,
          p.time_zone_source, p.time_zone_confidence)
        is distinct from (i.email, i.email_status, i.email_provider, i.phone, i.phone_status, i.phone_type, i.country,
          i.time_zone, i.time_zone_source, i.time_zone_confidence)
    returning p.id
  )
  insert into engage_segment_dirty (profile_id) select id from written on conflict do nothing
`
