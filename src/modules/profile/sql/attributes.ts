/** Attributes of people as they are edited: contact values as the shop has them. */
export const READ_ATTRIBUTES = `
  select p.id::float8 as profile, p.first_name, p.last_name, r.email, r.phone, p.gender,
    to_char(p.birthday, 'YYYY-MM-DD') as birthday, p.language, r.city, r.postal_code, r.country
  from engage_profile p left join engage_profile_raw r on r.profile_id = p.id
  where p.id = any(:profiles::bigint[])
  order by p.id
  for update of p
`

export const WRITE_ATTRIBUTES = `
  update engage_profile p
  set first_name = n.first_name, last_name = n.last_name, gender = n.gender, birthday = n.birthday, language = n.language,
    updated_at = now()
  from jsonb_to_recordset(:people::jsonb)
    as n (profile bigint, first_name text, last_name text, gender text, birthday date, language text)
  where p.id = n.profile
`

/** Contact values are read anew: see {@link file://../contact/due.ts}. */
export const WRITE_RAW = `
  insert into engage_profile_raw (profile_id, email, phone, country, city, postal_code)
  select profile, email, phone, country, city, postal_code
  from jsonb_to_recordset(:people::jsonb)
    as n (profile bigint, email text, phone text, country text, city text, postal_code text)
  on conflict (profile_id) do update
    set email = excluded.email, phone = excluded.phone, country = excluded.country, city = excluded.city,
      postal_code = excluded.postal_code, due = true
`

/** Whose an e-mail is. */
export const OWNER_OF_EMAIL = `
  select profile_id::float8 as id from engage_identity where kind = 'email' and value = lower(btrim(:email))
`

/** Points an e-mail at a person and takes their earlier one away, unless customers still have it. */
export const REPLACE_EMAIL = `
  with gone as (
    delete from engage_identity i
    where i.kind = 'email' and i.profile_id = :profile and i.value = lower(btrim(:old))
      and not exists (
        select 1 from engage_identity c where c.kind = 'customer' and c.profile_id = :profile
      )
  )
  insert into engage_identity (kind, value, profile_id)
  select 'email', lower(btrim(:email)), :profile where :email::text is not null
  on conflict (kind, value) do nothing
`
