import { SKIP, SKIP_RULE, STATE } from "../ledger/states"
import { CHUNK, MESSAGE, PACE, RUN } from "../tables"
import { chunkCounts, inChunk } from "./runs"

/** Seconds over which the rate is measured. */
export const RATE_SECONDS = 10

/** Counts of a chunk `c`, as of now: chunks at rest know theirs, only those at work are counted. */
const CURRENT_COUNTS = `
  select c.accepted, c.failed, c.uncertain, c.size - c.accepted - c.failed - c.skipped - c.uncertain as waiting
  where c.lease_until is null
  union all
  (${chunkCounts("c")} and c.lease_until is not null having c.lease_until is not null)
`

/** How many messages of some runs left. @param runs - a select of their ids */
export function sentByRuns(runs: string): string {
  return `
    select coalesce(sum(n.accepted), 0)::float8
    from ${CHUNK} c
    left join lateral (${CURRENT_COUNTS}) n on true
    where c.run_id in (${runs})
  `
}

export const PROGRESS = `
  select
    coalesce(r.frozen, 0)::float8 as frozen,
    r.last_error,
    r.braked,
    coalesce(sum(n.accepted), 0)::float8 as accepted,
    coalesce(sum(n.failed), 0)::float8 as failed,
    coalesce(sum(n.uncertain), 0)::float8 as uncertain,
    coalesce(sum(n.waiting), 0)::float8 as waiting,
    coalesce(sum(n.waiting) filter (where c.not_before = 'infinity'), 0)::float8 as held,
    greatest(min(c.not_before) filter (where not c.done and c.not_before < 'infinity'), r.started_at) as next_at,
    greatest(max(c.not_before) filter (where not c.done and c.not_before < 'infinity'), r.started_at) as last_at,
    (select p.per_minute from ${PACE} p where p.run_id = r.id) as per_minute
  from ${RUN} r
  left join ${CHUNK} c on c.run_id = r.id
  left join lateral (${CURRENT_COUNTS}) n on true
  where r.id = :run
  group by r.id
`

export const RATE = `
  select count(*)::float8 as sent
  from ${CHUNK} c
  join ${MESSAGE} m on ${inChunk("c")}
  where c.run_id = :run
    and c.touched_at > clock_timestamp() - make_interval(secs => ${RATE_SECONDS})
    and m.state = ${STATE.accepted}
    and m.sent_at > clock_timestamp() - make_interval(secs => ${RATE_SECONDS})
`

/** Runs whose ledger does not add up: rows against what was frozen, and against the counts of finished chunks. */
export const BROKEN_RUNS = `
  select r.id::float8 as run_id, r.frozen::float8 as frozen, m.counted::float8 as counted
  from ${RUN} r
  cross join lateral (
    select
      count(*) filter (
        where m.state in (${Object.values(STATE).join(", ")})
          and (m.state <> ${STATE.skipped} or m.reason in (${Object.values(SKIP).join(", ")}) or m.reason > ${SKIP_RULE})
      ) as counted,
      count(*) filter (where m.state = ${STATE.accepted}) as accepted
    from ${MESSAGE} m
    where m.run_id = r.id and m.run_at = r.started_at
  ) m
  cross join lateral (
    select coalesce(sum(c.accepted), 0) as accepted, coalesce(bool_and(c.done), true) as done
    from ${CHUNK} c
    where c.run_id = r.id
  ) c
  where r.frozen is not null
    and not r.is_test
    and r.started_at > :since
    and (m.counted <> r.frozen or (c.done and c.accepted <> m.accepted))
`
