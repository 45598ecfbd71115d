import { PROFILE, PROFILE_RAW } from "../../profile/tables"
import { FAILURE, STATE } from "../ledger/states"
import {
  CHUNK,
  MAILBOX_STAT,
  MESSAGE,
  MESSAGE_EVENT,
  PROVIDER_REPORT,
  RUN,
  SUPPRESSION,
} from "../tables"
import { addressSql, channelsTo } from "./address"
import { inChunk } from "./runs"

/** Who keeps the address that a message `m` of a run `r` went to: the mailbox provider, or the phone's operator. */
const MAILBOX = `coalesce(case when r.channel = 'email' then p.email_provider when r.channel in (${channelsTo("phone")}) then p.phone_operator end, 'other')`

/**
 * Runs whose counters are too old: at first after five minutes, later after a twentieth of the run's age, so that the
 * work stays small however many runs there are. After 30 days nothing is counted any more.
 */
export const RUNS_TO_COUNT = `
  select id::float8 as id, started_at
  from ${RUN}
  where not is_test and frozen is not null and started_at > :now::timestamptz - interval '30 days'
    and (
      mailboxes_at is null
      or mailboxes_at < :now::timestamptz - greatest(interval '5 minutes', (:now::timestamptz - started_at) / 20)
    )
  order by mailboxes_at nulls first
  limit :limit
`

export const FORGET_COUNTS = `delete from ${MAILBOX_STAT} where run_id = :run`

export const COUNT_MAILBOXES = `
  insert into ${MAILBOX_STAT} (
    run_id, run_at, mailbox, accepted, delivered, hard, soft, sender, complained, opened, clicked, cost, unpriced
  )
  select m.run_id, m.run_at, ${MAILBOX}, count(*),
    count(*) filter (where m.bounced_at is null and coalesce(m.delivered_at, m.opened_at) is not null),
    count(*) filter (where b.class = 'hard'),
    count(*) filter (where b.class = 'soft'),
    count(*) filter (where b.class = 'sender'),
    count(*) filter (where m.complained_at is not null),
    count(*) filter (where m.opened_at is not null),
    count(*) filter (where m.clicked_at is not null),
    coalesce(sum(m.cost), 0),
    count(*) filter (where m.cost is null)
  from ${MESSAGE} m
  join ${RUN} r on r.id = m.run_id and r.started_at = m.run_at
  left join ${PROFILE} p on p.id = m.profile_id
  left join (
    select distinct on (profile_id, pass) profile_id, pass, detail->>'class' as class
    from ${MESSAGE_EVENT}
    where run_id = :run and kind = 'bounced'
    order by profile_id, pass, at
  ) b on b.profile_id = m.profile_id and b.pass = m.pass
  where m.run_id = :run and m.run_at = :run_at and m.state = ${STATE.accepted}
  group by m.run_id, m.run_at, ${MAILBOX}
`

export const MARK_COUNTED = `update ${RUN} set mailboxes_at = :now where id = :run`

export const MAILBOXES = `
  select mailbox,
    sum(accepted)::float8 as accepted, sum(delivered)::float8 as delivered, sum(hard)::float8 as hard,
    sum(soft)::float8 as soft, sum(sender)::float8 as sender, sum(complained)::float8 as complained,
    sum(opened)::float8 as opened, sum(clicked)::float8 as clicked,
    sum(cost)::float8 / 1000 as cost, sum(unpriced)::float8 as unpriced
  from ${MAILBOX_STAT} s
  where s.run_at >= :since and exists (select 1 from ${RUN} r where r.id = s.run_id and r.channel = :channel)
  group by mailbox
  order by 2 desc, 1
  limit 50
`

/** What went wrong: as reported later, and at the moment of sending, where only chunks with failures are looked into. */
export const TROUBLES = `
  with trouble as (
    select e.detail->>'class' as class, e.detail->>'code' as code, ${MAILBOX} as mailbox, e.detail->>'text' as text, e.at
    from ${MESSAGE_EVENT} e
    join ${RUN} r on r.id = e.run_id and r.channel = :channel
    left join ${PROFILE} p on p.id = e.profile_id
    where e.kind = 'bounced' and e.at >= :since
    union all
    select case m.reason when ${FAILURE.hard} then 'hard' else 'refused' end,
      case when r.channel = 'email' then substring(m.error from '[245]\\.\\d{1,3}\\.\\d{1,3}') end, ${MAILBOX}, m.error, m.sent_at
    from ${RUN} r
    join ${CHUNK} c on c.run_id = r.id and c.failed > 0
    join ${MESSAGE} m on ${inChunk("c")} and m.state = ${STATE.failed}
    left join ${PROFILE} p on p.id = m.profile_id
    where r.started_at >= :since and not r.is_test and r.channel = :channel
  )
  select class, code, mailbox, count(*)::float8 as count, coalesce((array_agg(text order by at desc))[1], '') as sample,
    max(at) as last_at
  from trouble
  group by class, code, mailbox
  order by 4 desc, 1, 2, 3
  limit 50
`

export const PROVIDER_STATUS = `
  select last_report_at, last_refused_at, last_refusal, mailbox_read_at, mailbox_error,
    (select max(mailboxes_at) from ${RUN} where not is_test and channel = :channel) as counted_at,
    (select count(*)::float8 from ${SUPPRESSION} where channel = :channel) as suppressed
  from (select) one
  left join ${PROVIDER_REPORT} on provider = :provider
`

/** A page of suppressed addresses, the latest first. */
export const LIST_SUPPRESSIONS = `
  select channel, address, reason, detail, at, added_by
  from ${SUPPRESSION}
  where (:q::text is null or address like :q)
    and (:reason::text is null or reason = :reason)
    and (:after_at::timestamptz is null or (at, channel || ' ' || address) < (:after_at, :after_id))
  order by at desc, channel || ' ' || address desc
  limit :limit
`

export const ADD_SUPPRESSION = `
  insert into ${SUPPRESSION} (channel, address, reason, detail, at, added_by)
  values (:channel, :address, 'staff', :note, :now, :actor)
  on conflict do nothing
`

export const RELEASE_SUPPRESSION = `
  delete from ${SUPPRESSION}
  where channel = :channel and address = :address
`

/** Bounces were facts about an address; a complaint or what staff wrote is somebody's wish, and stays. */
const RELEASE_BOUNCED = (who: string) => `
  delete from ${SUPPRESSION} s
  using ${PROFILE} p join ${PROFILE_RAW} r on r.profile_id = p.id
  where ${who} and s.reason = 'hard_bounce'
    and s.address = ${addressSql("s.channel")}
`

export const RELEASE_BOUNCED_PERSON = RELEASE_BOUNCED(`p.id = :profile`)
export const RELEASE_BOUNCED_PROBLEM = RELEASE_BOUNCED(`
  p.removed_at is null
  and ((:channel = 'email' and s.channel = 'email' and p.email_status = 'invalid' and r.email_reason = :reason)
    or (:channel = 'phone' and s.channel <> 'email' and p.phone_status = 'invalid' and r.phone_reason = :reason))
`)
