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

const PERSON = `p.id = :profile`
const WITH_PROBLEM = `
  p.removed_at is null
  and ((:by = 'email' and p.email_status = 'invalid' and r.email_reason = :reason)
    or (:by = 'phone' and p.phone_status = 'invalid' and r.phone_reason = :reason))
`
const AT_ADDRESSES = `
  p.removed_at is null and p.id in (
    select s.profile_id from engage_profile_search s
    where (:by = 'email' and s.email = any(:addresses::text[])) or (:by = 'phone' and s.phone = any(:addresses::text[]))
  )
`

/**
 * What came back so far no longer counts, and the mail servers of the domain are asked for anew. With `by` null both the
 * e-mail address and the phone number start anew.
 */
const START_ANEW = (who: string) => `
  with people as (
    select p.id from engage_profile p join engage_profile_raw r on r.profile_id = p.id where ${who}
  ), cleared as (
    update engage_bounce b set cleared_at = :now from people
    where b.profile_id = people.id and b.cleared_at is null
      and (:by::text is null or (b.channel = 'email') = (:by = 'email'))
  ), domain as (
    update engage_mail_domain d set looked_at = null, mail = null
    from engage_profile_raw r join people on people.id = r.profile_id
    where d.domain = split_part(lower(btrim(r.email)), '@', 2) and d.mail = 'none' and :by is distinct from 'phone'
  )
  update engage_profile_raw r set due = true from people where r.profile_id = people.id
`

export const START_PERSON_ANEW = START_ANEW(PERSON)
export const START_PROBLEM_ANEW = START_ANEW(WITH_PROBLEM)
export const START_ADDRESSES_ANEW = START_ANEW(AT_ADDRESSES)
