import { PROFILE } from "../../profile/tables"
import { CAMPAIGN, CAMPAIGN_VERSION, ENROLLMENT, ERRAND } from "../tables"

export const INSERT_ERRANDS = `
  insert into ${ERRAND} (campaign_id, version, step, kind, enrollment_id, moves, profile_id, not_before)
  select :campaign, :version, :step, :kind, t.enrollment, t.moves, t.profile, :now
  from unnest(:enrollments::bigint[], :moves::int[], :profiles::bigint[]) as t (enrollment, moves, profile)
  on conflict on constraint engage_errand_once do nothing
`

/** Whoever has somebody on an errand is not due until it is done. */
export const PARK = `update ${ENROLLMENT} set due_at = null where id = any(:enrollments::bigint[])`

export const ANY_ERRAND = `select 1 from ${ERRAND} where done_at is null and not_before <= :now limit 1`

/** The person is still where the errand was asked for. */
const STILL_THERE = `e.id = r.enrollment_id and e.moves = r.moves and e.step = r.step and e.ended_at is null`

/** Nobody waits for what was asked for somebody who has gone on. */
export const DROP_ERRANDS = `
  update ${ERRAND} r
  set done_at = :now, error = 'gone'
  where r.done_at is null and r.not_before <= :now
    and not exists (select 1 from ${ENROLLMENT} e where ${STILL_THERE})
`

/**
 * Takes errands of live campaigns that are due, each for a while: who is gone longer has crashed, and somebody else runs
 * them again.
 */
export const TAKE_ERRANDS = `
  with due as (
    select r.id
    from ${ERRAND} r
    join ${CAMPAIGN} c on c.id = r.campaign_id and c.status = 'live' and c.deleted_at is null
    join ${ENROLLMENT} e on ${STILL_THERE}
    where r.done_at is null and r.not_before <= :now
    order by r.not_before, r.id
    limit :limit
    for update of r skip locked
  ), taken as (
    update ${ERRAND} r
    set not_before = :until, attempts = attempts + 1
    from due
    where r.id = due.id
    returning r.*
  )
  select t.id::float8 as id, t.campaign_id, t.version, t.step, t.attempts, t.enrollment_id::float8 as enrollment_id,
    t.profile_id::float8 as profile_id, c.name as campaign, v.plan #> array['graph', 'steps', t.step] as settings, e.context, e.facts
  from taken t
  join ${CAMPAIGN} c on c.id = t.campaign_id
  join ${CAMPAIGN_VERSION} v on v.campaign_id = t.campaign_id and v.version = t.version
  join ${ENROLLMENT} e on e.id = t.enrollment_id
  order by t.id
`

/** Ends errands, and lets the people go on by the ways that came of them, with what they were given. */
export const END_ERRANDS = `
  with ended as (
    update ${ERRAND} r
    set done_at = :now, way = t.way, error = t.error
    from unnest(:ids::bigint[], :ways::text[], :errors::text[], :facts::text[]) as t (id, way, error, facts)
    where r.id = t.id and r.done_at is null
    returning r.enrollment_id, r.moves, r.step, t.way, t.facts
  )
  update ${ENROLLMENT} e
  set found = r.way, due_at = :now, facts = e.facts || r.facts::jsonb
  from ended r
  where ${STILL_THERE}
`

export const PUT_OFF_ERRANDS = `
  update ${ERRAND} r
  set not_before = t.until, error = t.error
  from unnest(:ids::bigint[], :untils::timestamptz[], :errors::text[]) as t (id, until, error)
  where r.id = t.id and r.done_at is null
`

/** Days that people's own field holds, and where they live. */
export const DAYS_OF = `
  select id::float8 as id, custom ->> :field as day, coalesce(time_zone, :zone) as zone
  from ${PROFILE}
  where id = any(:profiles::bigint[])
`

/** Has people wait for a day of their own; one that has passed is there at once. */
export const AWAIT = `
  update ${ENROLLMENT} e
  set found = 'reached', due_at = greatest(t.date, :now::timestamptz)
  from unnest(:enrollments::bigint[], :dates::timestamptz[]) as t (id, date)
  where e.id = t.id
`
