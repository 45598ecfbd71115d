/** Attributes of one person as they are edited: contact values as the shop has them. */
export const READ_ATTRIBUTES = `
  select p.first_name, p.last_name, r.email, r.phone, p.gender, to_char(p.birthday, 'YYYY-MM-DD') as birthday, p.language, r.city,
    r.postal_code, r.country
  from engage_profile p left join engage_profile_raw r on r.profile_id = p.id
  where p.id = :profile
  for update of p
`

export const WRITE_ATTRIBUTES = `
  update engage_profile
  set first_name = :first_name, last_name = :last_name, gender = :gender, birthday = :birthday::date, language = :language,
    updated_at = now()
  where id = :profile
`

/** Contact values are read anew: see {@link file://../contact/due.ts}. */
export const WRITE_RAW = `
  insert into engage_profile_raw (profile_id, email, phone, country, city, postal_code)
  values (:profile, :email, :phone, :country, :city, :postal_code)
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
