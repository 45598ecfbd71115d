import { PROFILE } from "../../profile/tables"
import { CAMPAIGN_VERSION, ENROLLMENT, STEP_PASS } from "../tables"

/** Where people inside stand, by version; only of versions below `below`, or of all. */
export const WHO_STANDS_WHERE = `
  select version, step, count(*)::float8 as people
  from ${ENROLLMENT}
  where campaign_id = :id and ended_at is null and (:below::int is null or version < :below)
  group by version, step
`

/** What was done to somebody by hand, or with everybody, stands in their path like a step they did, with who did it. */
const note = (way: string, actor: string) => `
  path || jsonb_build_array(jsonb_build_array(step, ${way}, extract(epoch from :now::timestamptz)::bigint, ${actor}))
`

/** Lets people at some steps go on in another version. */
export const CHANGE_VERSION = `
  update ${ENROLLMENT}
  set version = :to, path = ${note("'new_version'", "null")}
  where campaign_id = :id and version = :version and ended_at is null and step = any(:steps::text[])
`

/** Takes one person inside, so that the engine does not move them meanwhile. */
export const TAKE_PERSON = `
  select e.id::float8 as id, e.profile_id::float8 as profile_id, e.version, e.step, e.due_at, coalesce(p.time_zone, :zone) as zone
  from ${ENROLLMENT} e
  left join ${PROFILE} p on p.id = e.profile_id
  where e.id = :enrollment and e.campaign_id = :id and e.ended_at is null
  for update of e
`

/** Puts one person somewhere else, or out. */
export const STEER = `
  update ${ENROLLMENT}
  set
    path = ${note(":way::text", ":actor::text")},
    step = :step::text,
    due_at = :due_at::timestamptz,
    ended_at = case when :step::text is null then :now::timestamptz end,
    reason = case when :step::text is null then :way::text end,
    found = case when :way::text = 'wait_skipped' then found end,
    held_since = case when :way::text = 'wait_skipped' and held_since is not null then to_timestamp(0) end,
    moves = moves + 1
  where id = :enrollment
`

/** Counts people who all went one way from a step. */
export const COUNT_ONE_WAY = `
  insert into ${STEP_PASS} (campaign_id, version, step, way, at, people)
  values (:id, :version, :step, :way, :now, :people)
`

export const PUBLISHED_VERSION = `
  select version, published_at, plan
  from ${CAMPAIGN_VERSION}
  where campaign_id = :id and version = :version
`
