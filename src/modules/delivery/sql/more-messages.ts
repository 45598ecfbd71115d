import { STATE } from "../ledger/states"
import { CHUNK, MESSAGE, RUN, SLOT } from "../tables"

/** The next slot of a run whose row is locked, due at once: by the clock that the claim looks at. */
export const NEXT_SLOT = `
  insert into ${SLOT} (run_id, slot, due_at, variant, held)
  select :run, coalesce(max(slot), -1) + 1, clock_timestamp(), 0, false
  from ${SLOT}
  where run_id = :run
  returning slot
`

/**
 * Adds messages to a run that goes on. Each batch has a slot and a pass of its own, so that a person may come again.
 * @param judged - select of `profile_id` and `reason`
 */
export function insertMore(judged: string): string {
  return `
    insert into ${MESSAGE} (run_id, profile_id, pass, run_at, channel, state, reason, slot)
    select :run, profile_id, :slot, :run_at, :channel,
      case when reason is null then ${STATE.waiting} else ${STATE.skipped} end, reason, :slot
    from (${judged}) judged
    order by profile_id
    returning profile_id::float8 as profile_id, reason
  `
}

export const CHUNK_OF_SLOT = `
  insert into ${CHUNK} (run_id, run_at, slot, first_profile, last_profile, size, not_before)
  select :run, :run_at, :slot, min(profile_id), max(profile_id), count(*), clock_timestamp()
  from ${MESSAGE}
  where run_id = :run and run_at = :run_at and slot = :slot and state = ${STATE.waiting} and profile_id = any(:profiles::bigint[])
  having count(*) > 0
`

export const GROW_RUN = `
  update ${RUN}
  set status = 'sending', finished_at = null, frozen = coalesce(frozen, 0) + :more
  where id = :run
`
