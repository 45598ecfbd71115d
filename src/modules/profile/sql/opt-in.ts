/** How many requests an address, a network address and everybody made lately. */
export const RECENT_REQUESTS = `
  select count(*) filter (where email = :email)::int as address, count(*) filter (where ip = :ip)::int as network
  from engage_opt_in
  where requested_at > :since::timestamptz and (profile_id = :profile or ip = :ip)
`

export const INSERT_REQUEST = `
  insert into engage_opt_in (profile_id, channel, topics, email, data, requested_at, expires_at, ip, text_version)
  values (:profile, 'email', :topics::text[], :email, :data::jsonb, :now, :expires, :ip, :text_version)
  returning id::float8 as id
`

export const REQUEST_BY_ID = `
  select id::float8 as id, profile_id::float8 as profile_id, topics, email, data, expires_at, confirmed_at, text_version
  from engage_opt_in where id = :id
`

export const CONFIRM_REQUEST = `
  update engage_opt_in set confirmed_at = :now
  where id = :id and confirmed_at is null and expires_at > :now::timestamptz
`

/** A profile for an e-mail that nobody has yet; answers the owner's number in any case. */
export const ENSURE_PROFILE = `
  with known as (
    select profile_id from engage_identity where kind = 'email' and value = :email
  ), fresh as (
    insert into engage_profile (email, source, created_at)
    select :email, 'form', :now where not exists (select 1 from known)
    returning id
  ), raw as (
    insert into engage_profile_raw (profile_id, email) select id, :email from fresh
  ), identity as (
    insert into engage_identity (kind, value, profile_id) select 'email', :email, id from fresh
  )
  select profile_id::float8 as id from known union all select id::float8 from fresh
`
