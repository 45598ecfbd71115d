import { CAMPAIGN_RUN, ENROLLMENT, STEP_PASS } from "../../campaign/tables"
import { STATE } from "../../delivery/ledger/states"
import { MESSAGE, RUN } from "../../delivery/tables"
import { LIST_COLUMNS } from "../../profile/sql/read"
import { PROFILE, PURCHASE } from "../../profile/tables"
import { TOUCH } from "../tables"

export const HERE = `
  select step, count(*)::float8 as here
  from ${ENROLLMENT}
  where campaign_id = :id and ended_at is null
  group by step
`

export const PASSED = `
  select step, way, sum(people)::float8 as people
  from ${STEP_PASS}
  where campaign_id = :id
  group by step, way
`

export const ENDED = `
  select reason, count(*)::float8 as people
  from ${ENROLLMENT}
  where campaign_id = :id and ended_at is not null
  group by reason
`

/** What came of the e-mails, by step, over all versions. */
export const EMAILS = `
  select c.step,
    count(*) filter (where m.state = ${STATE.accepted})::float8 as sent,
    count(*) filter (where m.opened_at is not null or m.clicked_at is not null)::float8 as opened,
    count(*) filter (where m.clicked_at is not null)::float8 as clicked
  from ${CAMPAIGN_RUN} c
  join ${RUN} r on r.id = c.run_id
  join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at
  where c.campaign_id = :id
  group by c.step
`

export const ORDERED = `
  select c.step, count(distinct u.id)::float8 as orders, coalesce(sum(u.net_base * t.credit), 0)::float8 as revenue
  from ${CAMPAIGN_RUN} c
  join ${TOUCH} t on t.run_id = c.run_id and t.credit > 0
  join ${PURCHASE} u on u.id = t.purchase_id and u.counted
  where c.campaign_id = :id
  group by c.step
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
