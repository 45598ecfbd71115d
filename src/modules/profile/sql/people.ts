export const NEXT_IDS = `
  select nextval(pg_get_serial_sequence('engage_profile', 'id'))::float8 as id from generate_series(1, :n::integer)
`

const PEOPLE = `
  jsonb_to_recordset(:rows::jsonb) as r (
    id bigint, email text, phone text, external_id text, first_name text, last_name text, gender text, birthday date,
    language text, city text, postal_code text, country text
  )
`

export const INSERT_PEOPLE = `
  insert into engage_profile
    (id, created_at, updated_at, first_name, last_name, gender, birthday, language, source, import_id)
  overriding system value
  select r.id, :now, :now, r.first_name, r.last_name, r.gender, r.birthday, r.language, :source, :import_id
  from ${PEOPLE}
`

export const INSERT_PEOPLE_RAW = `
  insert into engage_profile_raw (profile_id, email, phone, country, city, postal_code)
  select r.id, r.email, r.phone, r.country, r.city, r.postal_code from ${PEOPLE}
`

export const INSERT_PEOPLE_IDENTITIES = `
  insert into engage_identity (kind, value, profile_id)
  select i.kind, i.value, r.id
  from ${PEOPLE}
  cross join lateral (values ('email', lower(btrim(r.email))), ('external', r.external_id)) as i (kind, value)
  where i.value <> ''
`

export const DELETE_PEOPLE = `
  with gone as (
    delete from engage_profile p
    where p.id = any(:profiles::bigint[])
      and p.merged_into is null
      and not exists (select 1 from engage_profile o where o.merged_into = p.id)
      and not exists (select 1 from engage_identity i where i.profile_id = p.id and i.kind = 'customer')
      and not exists (select 1 from engage_purchase o where o.profile_id = p.id)
      and not exists (select 1 from engage_event e where e.profile_id = p.id)
    returning p.id
  ), identity as (
    delete from engage_identity i using gone where i.profile_id = gone.id
  ), raw as (
    delete from engage_profile_raw r using gone where r.profile_id = gone.id
  ), consent as (
    delete from engage_consent c using gone where c.profile_id = gone.id
  ), frequency as (
    delete from engage_frequency f using gone where f.profile_id = gone.id
  ), tags as (
    delete from engage_profile_tag t using gone where t.profile_id = gone.id
  ), log as (
    delete from engage_value_log l using gone where l.profile_id = gone.id
  ), proof as (
    delete from engage_consent_log l using gone where l.profile_id = gone.id
  )
  select id::float8 as id from gone
`
