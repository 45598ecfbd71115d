import { NEWS, PROFILE } from "../../profile/tables"
import { FAILURE, STATE } from "../ledger/states"
import { CHUNK, MESSAGE, PACE, RUN, SUPPRESSION } from "../tables"
import { addressSql } from "./address"
import { ELIGIBILITY_JOINS, reasonSql } from "./eligibility"
import { WAITING_IN_CHUNK } from "./chunk"
import { chunkCounts, inChunk, SET_COUNTS } from "./runs"

const LEASE = `clock_timestamp() + make_interval(secs => :lease_ms::float8 / 1000)`

/**
 * Leases a chunk of a run that is sending: tests first, else any run's turn. The run is locked against a pause until
 * this transaction ends, so that a pause sees every lease there is. All times are the database's.
 */
export const CLAIM = `
  with picked as (
    select c.id, r.id as run_id, p.per_minute
    from (
      select id
      from ${RUN}
      where status = 'sending' and channel = :channel and provider = :provider
        and not exists (select 1 from ${PACE} p where p.run_id = ${RUN}.id and p.next_at > clock_timestamp())
      order by is_test desc, random()
      for share skip locked
    ) r
    cross join lateral (
      select id
      from ${CHUNK} c
      where c.run_id = r.id and not c.done and c.lease_until is null and c.not_before <= clock_timestamp()
      order by c.not_before
      limit 1
      for update skip locked
    ) c
    left join ${PACE} p on p.run_id = r.id
    limit 1
  )
  update ${CHUNK} c
  set epoch = c.epoch + 1, worker = :worker, halted = false, lease_until = ${LEASE}, touched_at = clock_timestamp()
  from picked
  where c.id = picked.id
  returning
    c.id::float8 as id, c.run_id::float8 as run_id, c.run_at, c.first_profile::float8 as first_profile,
    c.last_profile::float8 as last_profile, c.slot, c.size, c.epoch, c.attempts,
    picked.per_minute
`

/**
 * Skips who may not be written to any more: the same rule as at the freeze, looked at again right before sending. Judged
 * first, and then looked up: of a run that has just begun the planner knows nothing, and would go through all of it for each.
 */
export const SKIP_INELIGIBLE = `
  with judged as materialized (
    select who.profile_id, ${reasonSql()} as reason
    from (select m.profile_id from ${MESSAGE} m where ${WAITING_IN_CHUNK}) who
    ${ELIGIBILITY_JOINS}
  )
  update ${MESSAGE} m
  set state = ${STATE.skipped}, reason = judged.reason
  from judged
  where judged.reason is not null and ${WAITING_IN_CHUNK} and m.profile_id = judged.profile_id
`

/** Which pass a message of a run without end belongs to; all others have none. */
export const PASSES = `
  select m.profile_id::float8 as profile_id, m.pass::float8 as pass
  from ${MESSAGE} m
  where ${WAITING_IN_CHUNK} and m.pass > 0
`

/** Those of a chunk who may be sent to, but for addresses that are like one of `full`. */
export const WAITING_PROFILES = `
  select m.profile_id
  from ${MESSAGE} m
  where ${WAITING_IN_CHUNK} and (
    cardinality(:full::text[]) = 0 or not exists (
      select 1 from ${PROFILE} p where p.id = m.profile_id and ${addressSql(":channel")} like any(:full::text[])
    )
  )
  order by m.profile_id
  limit :burst
`

/**
 * One group commit: which messages the provider has from now on (open), and what became of those it answered for.
 * Only the holder of the lease can write; a halted chunk opens nothing new, but results are always taken. The run is
 * given again as parameters, so that the planner looks at one partition only: planning is most of what a flush costs. A
 * provider's report may come before its answer: what is delivered stays so.
 */
const flush = (told: string) => `
  with held as (
    update ${CHUNK} c
    set
      open = case when c.halted then :still_open::bigint[] else :open::bigint[] end,
      lease_until = ${LEASE},
      touched_at = clock_timestamp()
    where c.id = :id and c.epoch = :epoch
    returning c.halted
  ), result as (
    select *
    from unnest(
      :profiles::bigint[], :states::smallint[], :reasons::smallint[], :provider_ids::text[], :errors::text[], :costs::int[]
    ) as r (profile_id, state, reason, provider_id, error, cost)
  ), written as (
    update ${MESSAGE} m
    set
      state = case when r.state = ${STATE.uncertain} and m.delivered_at is not null then ${STATE.accepted} else r.state end,
      reason = r.reason,
      provider_id = r.provider_id,
      error = r.error,
      cost = r.cost,
      attempts = m.attempts + 1,
      sent_at = case when r.state <> ${STATE.skipped} then clock_timestamp() end,
      delivered_at = coalesce(
        m.delivered_at, case when r.state = ${STATE.accepted} and :delivers::boolean then clock_timestamp() end
      )
    from result r, held
    where m.run_id = :run_id and m.run_at = :run_at and m.profile_id = r.profile_id
      and m.slot = :slot and m.state = ${STATE.waiting}
    returning m.profile_id, m.pass, m.state
  ), suppressed as (
    insert into ${SUPPRESSION} (channel, address, reason, detail)
    select :channel, ${addressSql(":channel")}, 'hard_bounce', r.error
    from result r
    join ${PROFILE} p on p.id = r.profile_id
    cross join held
    where r.reason = ${FAILURE.hard} and ${addressSql(":channel")} is not null
    on conflict do nothing
  )${told}
  select halted from held
`
export const FLUSH = flush("")

/** {@link FLUSH} that also writes down what was sent and what failed, for those who listen. */
export const FLUSH_AND_TELL = flush(`, told as (
    insert into ${NEWS} (kind, at, data)
    select k.kind, clock_timestamp(),
      jsonb_build_object('run_id', :run_id::bigint, 'messages', jsonb_agg(jsonb_build_array(profile_id, pass)))
    from written
    join (values
      (${STATE.accepted}, 'message.sent', true), (${STATE.accepted}, 'message.delivered', :delivers::boolean),
      (${STATE.failed}, 'message.failed', true)
    ) as k (state, kind, told) on k.state = written.state and k.told
    group by k.kind
  )`)

/** Hands a chunk back, done or to be taken up later. */
export const RELEASE = `
  update ${CHUNK} c
  set
    ${SET_COUNTS},
    done = n.waiting = 0,
    open = '{}',
    lease_until = null,
    worker = null,
    halted = false,
    touched_at = clock_timestamp(),
    attempts = c.attempts + :burn::integer,
    not_before = clock_timestamp() + make_interval(secs => :delay_ms::float8 / 1000)
  from ${CHUNK} o
  cross join lateral (${chunkCounts("o")}) n
  where o.id = c.id and c.id = :id and c.epoch = :epoch
  returning c.done
`

/**
 * Takes chunks away from workers that are gone. What they had open is uncertain, unless the provider knows a second
 * call by its key: then it waits again. Their epoch moves on, so that a worker that was only asleep finds itself fenced.
 */
export const RECOVER = `
  with dead as (
    select c.*
    from ${CHUNK} c
    where not c.done and c.lease_until < clock_timestamp()
    for update skip locked
  ), marked as (
    update ${MESSAGE} m
    set state = ${STATE.uncertain}, sent_at = clock_timestamp(), attempts = m.attempts + 1,
      error = 'the worker was stopped while the provider had the message'
    from dead c
    join ${RUN} r on r.id = c.run_id
    where ${inChunk("c")} and m.profile_id = any(c.open) and m.state = ${STATE.waiting}
      and r.provider <> all(:idempotent::text[])
  )
  update ${CHUNK} c
  set epoch = c.epoch + 1, open = '{}', lease_until = null, worker = null, halted = false
  from dead
  where dead.id = c.id
  returning c.id::float8 as id
`

/** Counts after {@link RECOVER}: a statement does not see what it wrote itself. */
export const RECOUNT = `
  update ${CHUNK} c
  set ${SET_COUNTS}, done = n.waiting = 0
  from ${CHUNK} o
  cross join lateral (${chunkCounts("o")}) n
  where o.id = c.id and c.id = any(:ids::bigint[]) and c.lease_until is null
`

export const NOTE_ERROR = `
  update ${RUN}
  set last_error = :error, last_error_at = clock_timestamp()
  where id = :run
`
