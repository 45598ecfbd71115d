import { MESSAGE, MESSAGE_FACTS } from "../tables"
import { WAITING_IN_CHUNK } from "./chunk"

export const INSERT_FACTS = `
  insert into ${MESSAGE_FACTS} (run_id, profile_id, pass, facts)
  select :run, t.profile, :pass, t.facts::jsonb
  from unnest(:profiles::bigint[], :facts::text[]) as t (profile, facts)
`

export const FACTS_IN_CHUNK = `
  select f.profile_id::float8 as profile_id, f.facts
  from ${MESSAGE} m
  join ${MESSAGE_FACTS} f on f.run_id = m.run_id and f.profile_id = m.profile_id and f.pass = m.pass
  where ${WAITING_IN_CHUNK}
`

/** Of single messages; `no` is the place of the question. */
export const FACTS_OF_MESSAGES = `
  select k.no::integer as no, f.facts
  from unnest(:runs::bigint[], :profiles::bigint[], :passes::bigint[]) with ordinality as k (run_id, profile_id, pass, no)
  join ${MESSAGE_FACTS} f on f.run_id = k.run_id and f.profile_id = k.profile_id and f.pass = k.pass
`
