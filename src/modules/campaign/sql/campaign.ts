import { TEMPLATE } from "../../content/tables"
import { SENDER } from "../../delivery/tables"
import { NEWS } from "../../profile/tables"
import { AUDIENCE, SEGMENT } from "../../segment/tables"
import { HELD_OUT } from "./holdout"
import { CAMPAIGN, CAMPAIGN_RUN, CAMPAIGN_VERSION, ENROLLMENT, SPLIT_TEST } from "../tables"

const LISTED = `
  c.id, c.name, c.folder, c.tags, c.status, c.stage, c.version, c.revision, c.published_at, c.created_at, c.updated_at,
  (select count(*)::float8 from ${ENROLLMENT} e where e.campaign_id = c.id and e.ended_at is null) as inside,
  (select count(*)::float8 from ${ENROLLMENT} e where e.campaign_id = c.id)
    - (select count(*)::float8 from ${ENROLLMENT} e where e.campaign_id = c.id and e.reason = '${HELD_OUT}') as entered
`
const COLUMNS = `
  ${LISTED}, c.plan, c.scanned_at, v.plan as published_plan,
  (
    select coalesce(jsonb_object_agg(t.step, t.way), '{}') from ${SPLIT_TEST} t where t.campaign_id = c.id
  ) as split_tests
`
const FROM = `
  from ${CAMPAIGN} c
  left join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
`

export const INSERT_CAMPAIGN = `
  insert into ${CAMPAIGN} (id, name, folder, stage, plan, created_at, updated_at)
  values (:id, :name, :folder, :stage, :plan::jsonb, :now, :now)
`

export const CAMPAIGN_BY_ID = `
  select ${COLUMNS} ${FROM}
  where c.id = :id and c.deleted_at is null
`

/** A page of campaigns, newest first. */
export const LIST_CAMPAIGNS = `
  select ${LISTED}, c.plan #>> '{trigger,type}' as trigger, v.plan is distinct from c.plan as changed
  ${FROM}
  where c.deleted_at is null
    and (:q::text is null or lower(c.name) like :q)
    and (:status::text is null or c.status = :status)
    and (:status::text is not null or (c.status = 'archived') = :archived)
    and (:folder::text is null or c.folder = :folder)
    and (:tag::text is null or :tag = any(c.tags))
    and (:after::timestamptz is null or (c.created_at, c.id) < (:after, :after_id))
  order by c.created_at desc, c.id desc
  limit :limit
`

/** What is null stays; so does all of it when the draft is of another revision by now, or put away. */
export const UPDATE_CAMPAIGN = `
  update ${CAMPAIGN}
  set name = coalesce(:name::text, name), folder = coalesce(:folder::text, folder),
    stage = case when :staged::boolean then :stage::text else stage end,
    plan = coalesce(:plan::jsonb, plan), revision = revision + 1, updated_at = :now
  where id = :id and deleted_at is null and status <> 'archived'
    and (:revision::int is null or revision = :revision::int)
`

export const DELETE_CAMPAIGN = `
  update ${CAMPAIGN}
  set deleted_at = :now
  where id = :id and version = 0 and deleted_at is null
`

/** What happened before a campaign went live, or while it was paused, lets nobody in. */
export const SET_CAMPAIGN_STATUS = `
  update ${CAMPAIGN}
  set status = :status, updated_at = :now,
    scanned_at = case when :status = 'live' then :now else scanned_at end,
    live_since = case when :status = 'live' then :now else live_since end
  where id = :id and status = any(:from::text[]) and deleted_at is null
`

export const LOCK_CAMPAIGN = `
  select id, name, status, version, plan, marks
  from ${CAMPAIGN}
  where id = :id and deleted_at is null
  for update
`

/**
 * Makes the plan the live one. The scans of the triggers go on where they are if it was live before, and begin now if not;
 * what happened before it was asked for lets nobody in.
 */
export const PUBLISH_CAMPAIGN = `
  update ${CAMPAIGN}
  set status = 'live', version = :version, published_at = :now, updated_at = :now,
    live_since = case when status = 'live' and :same_trigger::boolean then live_since else :now end,
    scanned_at = case when status = 'live' then scanned_at else :now end,
    watched_at = case when version > 0 then watched_at else :now end,
    marks = :marks::jsonb
  where id = :id
`

export const INSERT_VERSION = `
  insert into ${CAMPAIGN_VERSION} (campaign_id, version, plan, runs, published_at)
  values (:id, :version, :plan::jsonb, :runs::jsonb, :now)
`

export const VERSION_BY_KEY = `
  select plan, runs
  from ${CAMPAIGN_VERSION}
  where campaign_id = :id and version = :version
`

export const INSERT_CAMPAIGN_RUN = `
  insert into ${CAMPAIGN_RUN} (run_id, campaign_id, step, attribution_days, attribution_terms)
  values (:run, :id, :step, :days::int, :terms::jsonb)
`

/** How the orders of a campaign are credited holds for all of its versions at once. */
export const SET_ATTRIBUTION = `
  update ${CAMPAIGN_RUN}
  set attribution_days = :days::int, attribution_terms = :terms::jsonb, attribution_changed_at = clock_timestamp()
  where campaign_id = :id
    and (attribution_days, attribution_terms) is distinct from (:days::int, :terms::jsonb)
`

/** Whether a live campaign is let in by one of some types of triggers. */
export const ANY_LIVE_BY = `
  select 1
  from ${CAMPAIGN} c
  join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
  where c.status = 'live' and c.deleted_at is null and v.plan #>> '{trigger,type}' = any(:types::text[])
  limit 1
`

/** Ends everybody's way through a campaign that is put away. */
export const END_ALL = `
  update ${ENROLLMENT}
  set ended_at = :now, reason = 'archived', due_at = null, step = null
  where campaign_id = :id and ended_at is null
`

/** {@link END_ALL}, as those hear it who listen: a thousand people in one piece of news. */
export const TELL_ALL_LEFT = `
  insert into ${NEWS} (kind, at, data)
  select 'campaign.left', :now, jsonb_build_object(
    'campaign_id', :id::text, 'people', jsonb_agg(jsonb_build_array(id, profile_id, 'archived'))
  )
  from (
    select id, profile_id, (row_number() over (order by id) - 1) / 1000 as part
    from ${ENROLLMENT}
    where campaign_id = :id and ended_at is null
  ) inside
  group by part
`

/** Which of the named things can be used. */
export const KNOWN_THINGS = `
  select
    array(select id from ${TEMPLATE} where id = any(:templates::text[]) and deleted_at is null) as templates,
    array(
      select t.id
      from ${TEMPLATE} t
      cross join lateral (select concat(t.subject, t.preheader, t.html, t.text, t.card::text) as words) said
      where t.id = any(:templates::text[]) and words ~ '\\mpromo_code\\M' and words !~ 'promo_code\\s*[|]\\s*default'
    ) as with_code,
    array(select id from ${SEGMENT} where id = any(:segments::text[]) and archived_at is null) as segments,
    array(select id from ${AUDIENCE} where id = any(:audiences::text[])) as audiences,
    array(select id from ${SENDER} where id = any(:senders::text[])) as senders
`
