export const RECORD_BOUNCES = `
  with noted as (
    insert into engage_bounce (profile_id, channel, kind, address, reason, at)
    select id, channel, kind, lower(address), left(reason, 500), at
    from (
      select p.id, b.channel, b.kind, b.reason, b.at,
        case when b.channel = 'email' then p.email else p.phone end as address
      from unnest(:profiles::bigint[], :channels::text[], :kinds::text[], :reasons::text[], :times::timestamptz[])
        as b (profile_id, channel, kind, reason, at)
      join engage_profile p on p.id = b.profile_id and p.removed_at is null
    ) bounced
    where address is not null
    returning profile_id
  )
  update engage_profile_raw r set due = true from noted n where r.profile_id = n.profile_id
`

/** An address that takes a message again is not on its way to being given up. */
export const FORGET_SOFT_BOUNCES = `
  with delivered as (
    select * from unnest(:profiles::bigint[], :channels::text[], :times::timestamptz[]) as d (profile_id, channel, at)
  ), cleared as (
    update engage_bounce b set cleared_at = d.at
    from delivered d
    where b.profile_id = d.profile_id and b.channel = d.channel and b.kind = 'soft' and b.cleared_at is null
      and b.at <= d.at
    returning b.profile_id
  )
  update engage_profile_raw r set due = true from cleared c where r.profile_id = c.profile_id
`

/** What came back so far no longer counts, and the mail servers of the domain are asked for anew. */
export const START_ANEW = `
  with cleared as (
    update engage_bounce set cleared_at = :now where profile_id = :profile and cleared_at is null
  ), domain as (
    update engage_mail_domain d set looked_at = null, mail = null
    from engage_profile_raw r
    where r.profile_id = :profile and d.domain = split_part(lower(btrim(r.email)), '@', 2) and d.mail = 'none'
  )
  update engage_profile_raw set due = true where profile_id = :profile
`
