import { FAILURE, STATE } from "../ledger/states"
import { CHUNK, MESSAGE, MESSAGE_EVENT, RUN } from "../tables"
import { inChunk } from "./runs"

/**
 * Broadcasts under way that were never stopped, with what has come of their messages: how many were accepted and how many
 * refused, whose addresses were told to be dead later, and how many people complained. Chunks at work do not count yet.
 */
export const RUNS_UNDER_WAY = `
  select r.id::float8 as run_id, n.accepted, n.failed, told.bounced, told.complained
  from ${RUN} r
  cross join lateral (
    select coalesce(sum(c.accepted), 0)::float8 as accepted, coalesce(sum(c.failed), 0)::float8 as failed
    from ${CHUNK} c where c.run_id = r.id
  ) n
  cross join lateral (
    select
      count(*) filter (where e.kind = 'bounced' and e.detail->>'class' = 'hard')::float8 as bounced,
      count(*) filter (where e.kind = 'complained')::float8 as complained
    from ${MESSAGE_EVENT} e
    where e.run_id = r.id and e.kind in ('bounced', 'complained')
  ) told
  where r.status = 'sending' and r.kind = 'broadcast' and not r.is_test and r.braked is null and r.provider = :provider
`

/** How many messages of a run were refused because of their address. */
export const REFUSED_ADDRESSES = `
  select count(*)::float8 as count
  from ${CHUNK} c
  join ${MESSAGE} m on ${inChunk("c")} and m.state = ${STATE.failed} and m.reason = ${FAILURE.hard}
  where c.run_id = :run and c.failed > 0
`

/** Once per run, and only while it goes on. */
export const BRAKE_RUN = `
  update ${RUN} set braked = :braked::jsonb where id = :run and status = 'sending' and braked is null
`
