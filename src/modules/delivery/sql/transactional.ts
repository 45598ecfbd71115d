import { PROFILE } from "../../profile/tables"
import { STATE } from "../ledger/states"
import { MESSAGE, RUN, SUPPRESSION } from "../tables"

/** Whoever asks for the same message at the same time waits for the first. */
export const LOCK_KEY = `select pg_advisory_xact_lock(hashtext('engage transactional'), hashtext(:key))`

export const SENT_BY_KEY = `
  select m.run_id::float8 as run_id, m.profile_id::float8 as profile_id, m.pass::float8 as pass,
    m.state = ${STATE.accepted} as accepted, m.error
  from ${RUN} r
  join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at
  where r.kind = 'transactional' and r.ref = :key
  limit 1
`

/** Where somebody is written to, and why no mail can go there. */
export const ADDRESS_OF = `
  select p.email, s.reason
  from ${PROFILE} p
  left join ${SUPPRESSION} s on s.channel = 'email' and s.address = p.email
  where p.id = :profile and p.removed_at is null
`
