import {
  BROADCAST,
  CAMPAIGN,
  CAMPAIGN_RUN,
  CAMPAIGN_VERSION,
  ENROLLMENT,
  STEP_PASS,
} from "../../campaign/tables"
import { followersSql } from "../../delivery/sql/cascade"
import { sentByRuns } from "../../delivery/sql/progress"
import { MESSAGE_EVENT, RUN } from "../../delivery/tables"
import { PURCHASE } from "../../profile/tables"
import { LARGE } from "../kept"
import { TOUCH } from "../tables"

const STANDING = {
  broadcast: `case
    when b.archived_at is not null then 'archived'
    when b.status in ('freezing', 'sending') then 'running'
    when b.status in ('cancelled', 'completed', 'partly_failed') then 'ended'
    else b.status
  end`,
  campaign: `case c.status when 'live' then 'running' else c.status end`,
}

/** Runs whose messages are those of the thing `l`; of a broadcast, those of all its channels. */
const RUNS = `
  select l.run_id where l.run_id is not null
  union all
  (${followersSql("l.run_id")})
  union all
  select r.run_id from ${CAMPAIGN_RUN} r where l.kind = 'campaign' and r.campaign_id = l.id
`

/**
 * A page of broadcasts and campaigns together, newest first, with what came of them. Opens are those of people; the
 * messages of a person who walks through a campaign again count again. Opens and revenue of a large broadcast are not counted
 * here.
 */
export const LIST_PLAN = `
  with listed as (
    select 'broadcast' as kind, b.id, b.name, b.status, ${STANDING.broadcast} as standing, b.channel, null as trigger,
      b.created_at, b.run_id, case when b.status = 'scheduled' then b.collect_at end as next_at,
      coalesce(b.finished_at, b.started_at) as last_at
    from ${BROADCAST} b
    where b.deleted_at is null
    union all
    select 'campaign', c.id, c.name, c.status, ${STANDING.campaign}, null,
      nullif(coalesce(v.plan, c.plan)->'trigger', 'null'), c.created_at, null, null, null
    from ${CAMPAIGN} c
    left join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
    where c.deleted_at is null
  )
  select l.kind, l.id, l.name, l.status, l.channel, l.trigger, l.created_at,
    coalesce(l.next_at, due.at) as next_at, coalesce(l.last_at, done.at) as last_at,
    (${sentByRuns(RUNS)}) as sent, opened.people as opened, earned.revenue, size.large
  from (
    select *
    from listed
    where (:kind::text is null or kind = :kind)
      and (:q::text is null or lower(name) like :q)
      and (:standing::text is null or standing = :standing)
      and (:standing::text is not null or standing <> 'archived')
      and (:after::timestamptz is null or (created_at, id) < (:after, :after_id))
    order by created_at desc, id desc
    limit :limit
  ) l
  cross join lateral (
    select min(e.due_at) as at
    from ${ENROLLMENT} e
    where l.status = 'live' and e.campaign_id = l.id and e.ended_at is null
  ) due
  cross join lateral (
    select max(s.at) as at from ${STEP_PASS} s where s.campaign_id = l.id
  ) done
  cross join lateral (
    select l.kind = 'broadcast' and coalesce((select r.frozen from ${RUN} r where r.id = l.run_id), 0) > ${LARGE} as large
  ) size
  cross join lateral (
    select count(distinct (e.run_id, e.profile_id, e.pass))::float8 as people
    from ${MESSAGE_EVENT} e
    where not size.large and e.run_id in (${RUNS}) and e.kind in ('opened', 'clicked') and e.verdict = 'human'
  ) opened
  cross join lateral (
    select coalesce(sum(u.net_base * t.credit), 0)::float8 as revenue
    from ${TOUCH} t
    join ${PURCHASE} u on u.id = t.purchase_id and u.counted
    where not size.large and t.run_id in (${RUNS}) and t.credit > 0
  ) earned
  order by l.created_at desc, l.id desc
`
