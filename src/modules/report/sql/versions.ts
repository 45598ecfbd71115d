import { CONTENT } from "../../content/tables"
import { STATE } from "../../delivery/ledger/states"
import { MESSAGE, RUN, RUN_VERSION } from "../../delivery/tables"

/** The contents of a run in the order they were given to it, with the messages that left while each was in force. */
export const VERSIONS = `
  select v.at, c.subject, (
    select count(*)::int
    from ${MESSAGE} m
    where m.run_id = :run and m.run_at = :run_at and m.state = ${STATE.accepted}
      and m.sent_at >= v.at and m.sent_at < v.until
  ) as sent
  from (
    select version, at, content_id, coalesce(lead(at) over (order by version), 'infinity') as until
    from (
      select 1 as version, started_at as at, content_id from ${RUN} where id = :run
      union all
      select version, at, content_id from ${RUN_VERSION} where run_id = :run
    ) every
  ) v
  join ${CONTENT} c on c.id = v.content_id
  order by v.version
`
