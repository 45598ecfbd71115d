import { HELD_OUT } from "../../campaign/sql/holdout"
import { ENTRANCE } from "../../campaign/flow/due"
import {
  CAMPAIGN_RUN,
  CAMPAIGN_VERSION,
  ENROLLMENT,
  PROMO_CODE,
  STEP_PASS,
} from "../../campaign/tables"
import { CONTENT, FILE } from "../../content/tables"
import { STATE } from "../../delivery/ledger/states"
import { COST } from "../../delivery/sql/cost"
import { CHUNK, MESSAGE, RUN } from "../../delivery/tables"
import { LIST_COLUMNS } from "../../profile/sql/read"
import { PROFILE, PURCHASE } from "../../profile/tables"
import { TOUCH } from "../tables"

/** Parameters of all of them: `id`, and `version`, `from` and `to`, each null for all. */
const OF_VERSION = `(:version::int is null or version = :version)`
const within = (column: string) =>
  `(:from::timestamptz is null or ${column} >= :from) and (:to::timestamptz is null or ${column} < :to)`

export const HERE = `
  select step, count(*)::float8 as here
  from ${ENROLLMENT}
  where campaign_id = :id and ended_at is null and ${OF_VERSION}
  group by step
`

/** How often people came to each step by a way of the version they were in. */
export const CAME = `
  select came.step, sum(came.people)::float8 as came
  from (
    select
      case
        when s.step = '${ENTRANCE}' then v.plan->'graph'->>'first'
        else v.plan->'graph'->'steps'->s.step->'next'->>s.way
      end as step,
      s.people
    from ${STEP_PASS} s
    join ${CAMPAIGN_VERSION} v using (campaign_id, version)
    where campaign_id = :id and ${OF_VERSION} and ${within("s.at")}
  ) came
  where came.step is not null
  group by came.step
`

export const PASSED = `
  select step, way, sum(people)::float8 as people
  from ${STEP_PASS}
  where campaign_id = :id and ${OF_VERSION} and ${within("at")}
  group by step, way
`

export const ENTERED = `
  select count(*)::float8 as people
  from ${ENROLLMENT}
  where campaign_id = :id and reason is distinct from '${HELD_OUT}' and ${OF_VERSION} and ${within("entered_at")}
`

export const ENDED = `
  select reason, count(*)::float8 as people
  from ${ENROLLMENT}
  where campaign_id = :id and ended_at is not null and ${OF_VERSION} and ${within("ended_at")}
  group by reason
`

/** The runs of a campaign's steps; each belongs to one version. */
const RUNS = `
  select c.run_id, c.step
  from ${CAMPAIGN_RUN} c
  where c.campaign_id = :id and (:version::int is null or exists (
    select 1
    from ${CAMPAIGN_VERSION} v
    where v.campaign_id = c.campaign_id and v.version = :version
      and jsonb_path_exists(v.runs, '$.** ? (@ == $run)', jsonb_build_object('run', c.run_id))
  ))
`

/** What came of the e-mails, by step. */
export const EMAILS = `
  select c.step,
    count(*) filter (where m.state = ${STATE.accepted})::float8 as sent,
    count(*) filter (where m.opened_at is not null or m.clicked_at is not null)::float8 as opened,
    count(*) filter (where m.clicked_at is not null)::float8 as clicked,
    ${COST}
  from (${RUNS}) c
  join ${RUN} r on r.id = c.run_id
  join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at
  where ${within("m.sent_at")}
  group by c.step
`

export const ORDERED = `
  select c.step, count(distinct u.id)::float8 as orders, coalesce(sum(u.net_base * t.credit), 0)::float8 as revenue
  from (${RUNS}) c
  join ${TOUCH} t on t.run_id = c.run_id and t.credit > 0
  join ${PURCHASE} u on u.id = t.purchase_id and u.counted
  where ${within("u.placed_at")}
  group by c.step
`

/** Promo codes used, by the step that gave them. */
export const REDEEMED = `
  select step, count(*)::float8 as redeemed
  from ${PROMO_CODE}
  where campaign_id = :id and redeemed_at is not null and ${OF_VERSION} and ${within("redeemed_at")}
  group by step
`

/** Files that cannot be read, by the steps whose messages wait for them. */
export const LOST_FILES = `
  select c.step, f.id, f.name, f.lost_at as since, w.waiting::float8 as waiting
  from (${RUNS}) c
  join ${RUN} r on r.id = c.run_id and r.status = 'sending'
  join ${CONTENT} t on t.id = r.content_id
  join ${FILE} f on f.lost_at is not null and t.attachments @> jsonb_build_array(jsonb_build_object('id', f.id))
  cross join lateral (
    select sum(k.size - k.accepted - k.failed - k.skipped - k.uncertain) as waiting
    from ${CHUNK} k
    where k.run_id = r.id and not k.done
  ) w
  where w.waiting > 0
  order by f.lost_at, c.step
`

/** A page of the people who came in, the latest first. */
export const PEOPLE_INSIDE = `
  select ${LIST_COLUMNS}, e.id::float8 as enrollment, e.version, e.step, e.due_at, e.entered_at, e.ended_at, e.reason, e.path
  from ${ENROLLMENT} e
  join ${PROFILE} p on p.id = e.profile_id
  where e.campaign_id = :id and (:after::bigint is null or e.id < :after)
    and (:step::text is null or (e.step = :step and e.ended_at is null))
    and (not :inside::boolean or e.ended_at is null)
  order by e.id desc
  limit :limit
`
