import { PROFILE } from "../../profile/tables"
import { stateNameSql } from "../ledger/states"
import { CHUNK, MESSAGE, MESSAGE_EVENT, RUN } from "../tables"

export const INSERT_TEST = `
  insert into ${MESSAGE} (run_id, profile_id, run_at, channel, state)
  values (:run, :profile, :run_at, :channel, :state)
`

export const END_TEST = `
  update ${MESSAGE}
  set state = :state, provider_id = :provider_id, error = :error, cost = :cost::int, attempts = 1, sent_at = clock_timestamp(),
    delivered_at = case when :delivered::boolean then clock_timestamp() end
  where run_id = :run and run_at = :run_at and profile_id = :profile
`

export const END_TEST_RUN = `
  update ${RUN}
  set status = 'completed', frozen = 1, finished_at = :now
  where id = :run
`

/** One message with its run. A waiting message that its chunk has open is being sent. */
export const MESSAGE_BY_KEY = `
  select
    m.run_id::float8 as run_id, m.profile_id::float8 as profile_id, m.pass::float8 as pass,
    case
      when m.state = 0 and exists (
        select 1 from ${CHUNK} c where c.run_id = m.run_id and not c.done and m.profile_id = any(c.open)
      ) then 'sending'
      else ${stateNameSql("m.state")}
    end as state,
    m.reason, m.error, m.sent_at, m.channel,
    p.first_name, p.last_name, p.email
  from ${MESSAGE} m
  join ${RUN} r on r.id = m.run_id and r.started_at = m.run_at
  left join ${PROFILE} p on p.id = m.profile_id
  where m.run_id = :run and m.profile_id = :profile and m.pass = :pass
`

export const EVENTS_OF_MESSAGE = `
  select kind, at, verdict, link
  from ${MESSAGE_EVENT}
  where run_id = :run and profile_id = :profile and pass = :pass
  order by at, id
`
