import { PROFILE, PURCHASE } from "../../profile/tables"
import { CAMPAIGN, CAMPAIGN_VERSION, ENROLLMENT, STEP_DONE, STEP_PASS } from "../tables"

/**
 * Takes people who are due at one step of a live campaign, those who wait longest first. The campaign is locked against a
 * pause, so that a pause sees every step that is being done.
 */
export const TAKE_DUE = `
  with live as (
    select id from ${CAMPAIGN} where id = :id and status = 'live' and deleted_at is null for share
  ), first as (
    select e.version, e.step
    from live
    cross join lateral (
      select version, step
      from ${ENROLLMENT}
      where campaign_id = live.id and ended_at is null and due_at <= :now
      order by due_at, id
      limit 1
    ) e
  )
  select
    e.id::float8 as id, e.profile_id::float8 as profile_id, e.version, e.step, e.moves, e.context, e.facts, e.found,
    e.held_since,
    coalesce(p.time_zone, :zone) as zone, p.removed_at is not null as removed,
    exists (
      select 1 from ${PURCHASE} u where u.profile_id = e.profile_id and u.counted and u.placed_at > e.entered_at
    ) as ordered
  from (
    select e.*
    from ${ENROLLMENT} e
    join first using (version, step)
    where e.campaign_id = :id and e.ended_at is null and e.due_at <= :now
    order by e.due_at, e.id
    limit :limit
    for update of e skip locked
  ) e
  left join ${PROFILE} p on p.id = e.profile_id
`

/** Moves people on: to the step that follows, due then, or out. */
export const MOVE = `
  update ${ENROLLMENT} e
  set
    step = t.step,
    due_at = t.due_at,
    ended_at = case when t.step is null then :now::timestamptz end,
    reason = t.reason,
    found = null,
    held_since = null,
    moves = e.moves + 1,
    path = e.path || jsonb_build_array(jsonb_build_array(e.step, t.way, extract(epoch from :now::timestamptz)::bigint))
  from unnest(:ids::bigint[], :ways::text[], :steps::text[], :dues::timestamptz[], :reasons::text[])
    as t (id, way, step, due_at, reason)
  where e.id = t.id
`

export const COUNT_PASS = `
  insert into ${STEP_PASS} (campaign_id, version, step, way, at, people)
  select :id, :version, :step, t.way, :now, count(*)
  from unnest(:ways::text[]) as t (way)
  group by t.way
`

/** Tells of people who did a step that another live campaign listens to. */
export const NOTE_DONE = `
  insert into ${STEP_DONE} (campaign_id, step, way, profile_id, at)
  select :id, :step, t.way, t.profile_id, :now
  from unnest(:profiles::bigint[], :ways::text[]) as t (profile_id, way)
  where t.way <> 'left' and exists (
    select 1
    from ${CAMPAIGN} c
    join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
    where c.status = 'live' and c.deleted_at is null
      and v.plan @> jsonb_build_object('trigger', jsonb_build_object('type', 'step_done', 'campaign_id', :id::text, 'step', :step::text))
  )
`
