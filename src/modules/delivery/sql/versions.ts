import { CHUNK, RUN, RUN_VERSION } from "../tables"

/** The run, so that nobody resumes it meanwhile, and whether a worker holds messages of it. */
export const LOCK_FOR_REVISION = `
  select r.status, exists (
    select 1 from ${CHUNK} c where c.run_id = r.id and not c.done and c.lease_until is not null
  ) as held
  from ${RUN} r
  where r.id = :run
  for update
`

/** The content a run was started with is its first version, and has no row. */
export const ADD_VERSION = `
  insert into ${RUN_VERSION} (run_id, version, at, content_id)
  select :run, coalesce(max(version), 1) + 1, :now, :content
  from ${RUN_VERSION}
  where run_id = :run
`

/** What the messages of a run say that have not left. Needs `r`; null when it was never changed. */
export const NEWEST_VERSION = `
  (select n.content_id from ${RUN_VERSION} n where n.run_id = r.id order by n.version desc limit 1)
`
