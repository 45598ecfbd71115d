import { PROFILE, PROFILE_SEARCH } from "../../profile/tables"
import { STATE } from "../ledger/states"
import { addressSql, channelsTo } from "./address"
import { CHUNK, MESSAGE, MESSAGE_EVENT, PROVIDER_REPORT, RUN, SUPPRESSION } from "../tables"

/**
 * What providers tell about messages, all at once. A message bounces once and is complained about once, however often
 * it is told and in whatever order. A report about a message whose outcome nobody knew makes it an accepted one.
 * Suppresses dead addresses and people who complained. Returns what was new, and what arrived.
 */
export const RECORD_REPORTS = `
  with told as (
    select *
    from unnest(
      :runs::bigint[], :profiles::bigint[], :passes::bigint[], :kinds::text[], :classes::text[], :codes::text[],
      :details::text[], :times::timestamptz[]
    ) as t (run_id, profile_id, pass, kind, class, code, detail, at)
  ), report as (
    select run_id, profile_id, pass,
      min(at) filter (where kind = 'delivered') as delivered_at,
      min(at) filter (where kind = 'bounced') as bounced_at,
      min(at) filter (where kind = 'complained') as complained_at,
      (array_agg(jsonb_build_object('class', class, 'code', code, 'text', detail) order by at)
        filter (where kind = 'bounced'))[1] as bounce,
      max(detail) filter (where kind = 'complained') as complaint
    from told
    group by run_id, profile_id, pass
  ), before as (
    select r.*, m.run_at, m.channel,
      m.bounced_at is null and r.bounced_at is not null as bounces,
      m.delivered_at is null and r.delivered_at is not null as delivers,
      m.complained_at is null and r.complained_at is not null as complains,
      m.state = ${STATE.uncertain} as was_uncertain
    from report r
    join ${RUN} u on u.id = r.run_id
    join ${MESSAGE} m
      on m.run_id = r.run_id and m.run_at = u.started_at and m.profile_id = r.profile_id and m.pass = r.pass
    order by m.run_id, m.profile_id
    for update of m
  ), written as (
    update ${MESSAGE} m
    set
      delivered_at = coalesce(m.delivered_at, b.delivered_at),
      bounced_at = coalesce(m.bounced_at, b.bounced_at),
      complained_at = coalesce(m.complained_at, b.complained_at),
      state = case when b.was_uncertain then ${STATE.accepted} else m.state end
    from before b
    where m.run_id = b.run_id and m.run_at = b.run_at and m.profile_id = b.profile_id and m.pass = b.pass
  ), news as (
    select run_id, profile_id, pass, channel, bounced_at as at, 'bounced' as kind, bounce as detail
    from before where bounces
    union all
    select run_id, profile_id, pass, channel, complained_at, 'complained', jsonb_build_object('text', complaint)
    from before where complains
  ), noted as (
    insert into ${MESSAGE_EVENT} (at, run_id, profile_id, pass, kind, detail)
    select at, run_id, profile_id, pass, kind, detail || jsonb_build_object('provider', :provider::text)
    from news
  ), suppressed as (
    insert into ${SUPPRESSION} (channel, address, reason, detail, at)
    select distinct on (n.channel, n.address) n.channel, n.address,
      case n.kind when 'complained' then 'complaint' else 'hard_bounce' end, n.detail->>'text', n.at
    from (
      select n.*, ${addressSql("n.channel")} as address
      from news n
      join ${PROFILE} p on p.id = n.profile_id
    ) n
    where n.address is not null and (n.kind = 'complained' or n.detail->>'class' = 'hard')
    order by n.channel, n.address, n.kind desc
    on conflict (channel, address) do update
    set reason = excluded.reason, detail = excluded.detail
    where excluded.reason = 'complaint' and ${SUPPRESSION}.reason = 'hard_bounce'
  )
  select
    b.run_id::float8 as run_id, b.profile_id::float8 as profile_id, b.channel, b.bounces, b.complains, b.was_uncertain,
    b.bounce, b.bounced_at, b.delivered_at, b.pass::float8 as pass, b.delivers
  from before b
  where b.bounces or b.complains or b.was_uncertain or b.delivered_at is not null
`

/** The chunks at rest that hold these messages; their counts have to be made anew. */
export const CHUNKS_OF = `
  select distinct c.id::float8 as id
  from unnest(:runs::bigint[], :profiles::bigint[]) as m (run_id, profile_id)
  join ${CHUNK} c on c.run_id = m.run_id and m.profile_id between c.first_profile and c.last_profile
  where c.lease_until is null
`

/** Whom a channel reaches at an address. */
export const PEOPLE_AT = `
  select p.id::float8 as id
  from ${PROFILE_SEARCH} s
  join ${PROFILE} p on p.id = s.profile_id
  where p.removed_at is null
    and (:channel in (${channelsTo("phone")}) and s.phone = :address or :channel = 'email' and s.email = :address)
`

/** A provider's webhooks arrive; written at most every ten seconds, so that they do not queue for one row. */
export const NOTE_REPORT = `
  insert into ${PROVIDER_REPORT} as p (provider, last_report_at)
  values (:provider, :now)
  on conflict (provider) do update set last_report_at = excluded.last_report_at
  where p.last_report_at is null or p.last_report_at < excluded.last_report_at - interval '10 seconds'
`

/** Somebody's webhook was not signed: mostly a wrong secret, seldom an attack. */
export const NOTE_REFUSAL = `
  insert into ${PROVIDER_REPORT} as p (provider, last_refused_at, last_refusal)
  values (:provider, :now, :reason)
  on conflict (provider) do update
  set last_refused_at = excluded.last_refused_at, last_refusal = excluded.last_refusal
  where p.last_refused_at is null or p.last_refused_at < excluded.last_refused_at - interval '10 seconds'
`

/** How the mailbox of bounces was last read; when it last could be, if it cannot be now. */
export const NOTE_MAILBOX = `
  insert into ${PROVIDER_REPORT} as p (provider, mailbox_read_at, mailbox_error)
  values (:provider, case when :error::text is null then :now::timestamptz end, :error)
  on conflict (provider) do update
  set mailbox_read_at = coalesce(excluded.mailbox_read_at, p.mailbox_read_at), mailbox_error = excluded.mailbox_error
`
