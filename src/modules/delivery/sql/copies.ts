import { MESSAGE_COPY } from "../tables"

export const INSERT_COPIES = `
  insert into ${MESSAGE_COPY} (run_id, profile_id, pass, person, facts)
  select :run, t.profile, t.pass, t.person::jsonb, :facts::jsonb
  from unnest(:profiles::bigint[], :passes::bigint[], :people::text[]) as t (profile, pass, person)
`

/** What was kept last: a message that was put off has been made more than once. */
export const LATEST_COPY = `
  select person, facts
  from ${MESSAGE_COPY}
  where run_id = :run and profile_id = :profile and pass = :pass
  order by at desc
  limit 1
`
