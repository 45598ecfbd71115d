import { STATE } from "../../delivery/ledger/states"
import { MESSAGE, RUN } from "../../delivery/tables"
import { CAMPAIGN_RUN, ENROLLMENT } from "../tables"

/** Has people stay at the step that has sent to them, and looks again when it is time. */
export const HOLD_SENT = `
  update ${ENROLLMENT} e
  set found = 'sent', held_since = coalesce(e.held_since, :now), due_at = t.due_at
  from unnest(:enrollments::bigint[], :dues::timestamptz[]) as t (id, due_at)
  where e.id = t.id
`

/**
 * What became of the messages that a step has sent to people since they came to it, by any channel: whether one of them
 * has arrived, or was seen, and whether all are known to be lost.
 */
export const SENT_AND_THEN = `
  select e.id::float8 as id,
    bool_or(case when :seen::boolean then greatest(m.opened_at, m.clicked_at)
      else greatest(m.delivered_at, m.opened_at, m.clicked_at) end >= e.held_since and m.bounced_at is null) as reached,
    bool_and(m.state in (${STATE.failed}, ${STATE.skipped}) or m.bounced_at is not null) as lost
  from ${ENROLLMENT} e
  join ${CAMPAIGN_RUN} c on c.campaign_id = e.campaign_id and c.step = e.step
  join ${RUN} r on r.id = c.run_id
  join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at and m.profile_id = e.profile_id
  where e.id = any(:enrollments::bigint[])
  group by e.id
`
