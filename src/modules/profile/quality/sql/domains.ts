/** Counts the people of each e-mail domain as it was given; a domain that nobody has any more stays with none. */
export const COUNT_DOMAINS = `
  with counted as (
    select split_part(lower(btrim(r.email)), '@', 2) as domain, count(*)::int as people
    from engage_profile_raw r
    join engage_profile p on p.id = r.profile_id and p.removed_at is null
    where r.email like '%_@_%'
    group by 1
  ), gone as (
    update engage_mail_domain d set people = 0
    where people > 0 and not exists (select 1 from counted c where c.domain = d.domain)
  )
  insert into engage_mail_domain as d (domain, people)
  select domain, people from counted where domain <> '' and length(domain) <= 253
  on conflict (domain) do update set people = excluded.people where d.people <> excluded.people
`

export const NOT_JUDGED = `select domain from engage_mail_domain where not judged order by domain limit :limit`

/** The parameter `rows` is a JSON array. */
export const WRITE_SUGGESTIONS = `
  update engage_mail_domain d set judged = true, suggestion = r.suggestion
  from jsonb_to_recordset(:rows::jsonb) as r (domain text, suggestion text)
  where d.domain = r.domain
`

/** Domains to ask for, those of most people first; taken for ten minutes, so that two processes do not ask the same. */
export const CLAIM_LOOK_UPS = `
  update engage_mail_domain set looked_at = :now::timestamptz - :again::interval + interval '10 minutes'
  where domain in (
    select domain from engage_mail_domain
    where people > 0 and not domain = any(:known::text[])
      and (looked_at is null or looked_at < :now::timestamptz - :again::interval)
    order by people desc, domain limit :limit for update skip locked
  )
  returning domain
`

/** The parameter `rows` is a JSON array. Answers the domains whose people are to be read anew. */
export const WRITE_LOOK_UPS = `
  with answers as (
    select d.domain, d.mail, d.provider, r.mail as new_mail, r.provider as new_provider
    from jsonb_to_recordset(:rows::jsonb) as r (domain text, mail text, provider text)
    join engage_mail_domain d on d.domain = r.domain
  ), written as (
    update engage_mail_domain d set looked_at = :now, mail = a.new_mail, provider = a.new_provider
    from answers a where d.domain = a.domain
  )
  select domain from answers where (mail, provider) is distinct from (new_mail, new_provider)
`

/** Has the people read anew whose addresses were given with one of these domains. */
export const DOMAINS_DUE = `
  update engage_profile_raw set due = true
  where not due and split_part(lower(btrim(email)), '@', 2) = any(:domains::text[])
`

export const LIST_TYPOS = `
  select domain, suggestion, people, decision
  from engage_mail_domain
  where suggestion is not null and (people > 0 or decision = 'accepted')
    and case :state when 'open' then decision is null else decision is not null end
    and (:after_domain::text is null or (-people, domain) > (-(:after_people::int), :after_domain))
  order by people desc, domain
  limit :limit
`

export const DECIDE_TYPO = `
  update engage_mail_domain set decision = :decision, decided_at = :now, decided_by = :actor
  where domain = :domain and suggestion is not null
  returning domain, suggestion, people, decision
`

/** People whose address has a domain that may be a slip, with what was decided of each. */
export const LIST_TYPO_PEOPLE = `
  select p.id::float8 as id, p.first_name, p.last_name, r.email as address, d.suggestion,
    case when x.address is null then d.decision when x.corrected is null then 'dismissed' else 'accepted' end as decision
  from engage_mail_domain d
  join engage_profile_raw r on split_part(lower(btrim(r.email)), '@', 2) = d.domain
  join engage_profile p on p.id = r.profile_id and p.removed_at is null
  left join engage_email_fix x on x.address = lower(btrim(r.email))
  where d.domain = :domain and d.suggestion is not null and p.id > :after
  order by p.id limit :limit
`

/** A decision stands by the address, so that it goes with it when people are merged. */
export const DECIDE_FOR_PEOPLE = `
  with fix as (
    insert into engage_email_fix as x (profile_id, address, corrected, at, actor)
    select r.profile_id, lower(btrim(r.email)),
      case when :decision = 'accepted'
        then left(lower(btrim(r.email)), -length(d.domain)) || d.suggestion end,
      :now, :actor
    from engage_profile_raw r
    join engage_mail_domain d on d.domain = split_part(lower(btrim(r.email)), '@', 2) and d.suggestion is not null
    where r.profile_id = any(:profiles::bigint[])
    on conflict (address) do update
      set profile_id = excluded.profile_id, corrected = excluded.corrected, at = excluded.at, actor = excluded.actor
    returning profile_id
  )
  update engage_profile_raw r set due = true from fix where r.profile_id = fix.profile_id
`

export const FORGET_DECISION = `
  with gone as (
    delete from engage_email_fix x using engage_profile_raw r
    where r.profile_id = :profile and x.address = lower(btrim(r.email))
    returning r.profile_id
  )
  update engage_profile_raw r set due = true from gone where r.profile_id = gone.profile_id
`
