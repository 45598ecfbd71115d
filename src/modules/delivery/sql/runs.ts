import { FAILURE, SKIP, STATE } from "../ledger/states"
import { CHUNK, MESSAGE, PACE, RUN } from "../tables"

/** Where messages `m` are those of a chunk: its run, its slot, and its range of profiles. */
export function inChunk(chunk: string): string {
  return `
    m.run_id = ${chunk}.run_id and m.run_at = ${chunk}.run_at
      and m.profile_id between ${chunk}.first_profile and ${chunk}.last_profile and m.slot = ${chunk}.slot
  `
}

/**
 * Counts of a chunk's messages now. What was skipped when the audience was frozen lies in its range but is not its, so
 * skipped is what remains of its size.
 */
export function chunkCounts(chunk: string): string {
  return `
    select
      count(*) filter (where m.state = ${STATE.accepted}) as accepted,
      count(*) filter (where m.state = ${STATE.failed}) as failed,
      count(*) filter (where m.state = ${STATE.uncertain}) as uncertain,
      count(*) filter (where m.state = ${STATE.waiting}) as waiting
    from ${MESSAGE} m
    where ${inChunk(chunk)}
  `
}

/** Assignments that bring a chunk's counts up to date from {@link chunkCounts} as `n`. */
export const SET_COUNTS = `
  accepted = n.accepted,
  failed = n.failed,
  uncertain = n.uncertain,
  skipped = c.size - n.accepted - n.failed - n.uncertain - n.waiting
`

export const INSERT_RUN = `
  insert into ${RUN} (
    started_at, kind, ref, title, channel, topic, provider, content_id, status, is_test, test_to, sender, window_from,
    window_to, lifetime_minutes, follows, follow_after_minutes
  )
  values (
    :now, :kind, :ref, :title, :channel, :topic, :provider, :content_id, :status, :is_test, :test_to, :sender::jsonb,
    :window_from, :window_to, :lifetime_minutes, :follows, :follow_after_minutes
  )
  returning id::float8 as id
`

export const RUN_BY_ID = `
  select
    id::float8 as id, started_at, kind, ref, title, channel, topic, provider, content_id::float8 as content_id, status,
    is_test, test_to, sender, window_from, window_to, closed_days, lifetime_minutes, follows::float8 as follows, frozen::float8 as frozen, finished_at, last_error
  from ${RUN}
  where id = :run
`

export const SET_STATUS = `
  update ${RUN}
  set status = :status
  where id = :run and status = any(:from::text[])
`

/** Workers see this in their next flush, in the same row that they write, and open nothing more. */
export const HALT_CHUNKS = `
  update ${CHUNK}
  set halted = true
  where run_id = :run and not done and lease_until is not null
`

/**
 * Skips what a cancelled run still has waiting, in chunks that no worker holds. In statement order: the messages first,
 * then the chunks' counts by arithmetic on their own row.
 */
export const SWEEP_CANCELLED = `
  with swept as (
    update ${CHUNK} c
    set done = true, skipped = c.size - c.accepted - c.failed - c.uncertain
    from ${RUN} r
    where r.id = c.run_id and r.status = 'cancelled' and not c.done and c.lease_until is null
    returning c.run_id, c.run_at, c.first_profile, c.last_profile, c.slot
  )
  update ${MESSAGE} m
  set state = ${STATE.skipped}, reason = ${SKIP.cancelled}
  from swept c
  where ${inChunk("c")} and m.state = ${STATE.waiting}
`

/** Ends runs that have nothing left to do; those that were sending are complete. */
export const COMPLETE_RUNS = `
  update ${RUN} r
  set status = case when r.status = 'sending' then 'completed' else r.status end, finished_at = :now
  where r.status in ('sending', 'cancelled')
    and r.finished_at is null
    and not r.is_test
    and not exists (select 1 from ${CHUNK} c where c.run_id = r.id and not c.done)
  returning r.id::float8 as id
`

export const RETRY_MESSAGES = `
  update ${MESSAGE} m
  set state = ${STATE.waiting}, reason = null, error = null
  where m.run_id = :run and m.run_at = :run_at and m.state = ${STATE.failed} and m.reason = ${FAILURE.rejected}
    and m.cascaded_at is null
`

export const REOPEN_CHUNKS = `
  update ${CHUNK} c
  set ${SET_COUNTS}, done = n.waiting = 0, not_before = '-infinity', attempts = 0
  from ${CHUNK} o
  cross join lateral (${chunkCounts("o")}) n
  where o.id = c.id and c.run_id = :run and c.done and n.waiting > 0
`

/** At most so many messages a minute leave from now on; null lifts the limit. */
export const SET_PACE = `
  insert into ${PACE} (run_id, per_minute) values (:run, :per_minute)
  on conflict (run_id) do update set per_minute = excluded.per_minute
`

export const DROP_PACE = `delete from ${PACE} where run_id = :run`

export const REOPEN_RUN = `
  update ${RUN}
  set status = 'sending', finished_at = null, last_error = null, last_error_at = null
  where id = :run
`
