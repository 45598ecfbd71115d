import type { SqlFragment } from "../../../lib/db"
import { STATE } from "../ledger/states"
import { CHUNK, MESSAGE, RUN } from "../tables"
import { ELIGIBILITY_JOINS, reasonSql } from "./eligibility"

/** Messages a worker leases at once. */
export const CHUNK_SIZE = 500

export const LOCK_RUN = `
  select id::float8 as id, started_at, channel, topic, status
  from ${RUN}
  where id = :run
  for update
`

/** The audience with the reason that keeps each person from getting a message, or null. Parameters: see `reasonSql`. */
export function judgedAudience(audience: SqlFragment, exclude: SqlFragment | null): string {
  return `
    select who.profile_id, ${reasonSql(exclude ? "x.profile_id is not null" : "false")} as reason
    from (select distinct profile_id from (${audience.sql}) audience) who
    ${exclude ? `left join (select distinct profile_id from (${exclude.sql}) excluded) x using (profile_id)` : ""}
    ${ELIGIBILITY_JOINS}
  `
}

/**
 * Writes one message for each person of the audience. Sorted, so that the key's index grows at its end. The key is what
 * keeps a second message out: should anything ever try to write one, the whole freeze fails.
 */
export function freezeMessages(audience: SqlFragment, exclude: SqlFragment | null): string {
  return `
    insert into ${MESSAGE} (run_id, profile_id, run_at, channel, state, reason)
    select
      :run,
      profile_id,
      :run_at,
      :channel,
      case when reason is null then ${STATE.waiting} else ${STATE.skipped} end,
      reason
    from (${judgedAudience(audience, exclude)}) judged
    order by profile_id
  `
}

export const FREEZE_CHUNKS = `
  insert into ${CHUNK} (run_id, run_at, first_profile, last_profile, size)
  select :run, :run_at, min(profile_id), max(profile_id), count(*)
  from (
    select profile_id, (row_number() over (order by profile_id) - 1) / ${CHUNK_SIZE} as chunk
    from ${MESSAGE}
    where run_id = :run and run_at = :run_at and state = ${STATE.waiting}
  ) waiting
  group by chunk
  order by chunk
`

export const START_RUN = `
  update ${RUN}
  set status = 'sending', frozen = :frozen
  where id = :run
`

/** How many of an audience would get a message, by reason; a null reason is "would". */
export function countAudience(audience: SqlFragment, exclude: SqlFragment | null): string {
  return `
    select reason, count(*)::float8 as count
    from (${judgedAudience(audience, exclude)}) judged
    group by reason
  `
}
