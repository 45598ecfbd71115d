import { STATE } from "../../delivery/ledger/states"
import { MESSAGE, RUN } from "../../delivery/tables"
import { CAMPAIGN, CAMPAIGN_RUN, ENROLLMENT } from "../tables"

/** Campaigns that are live, and those that sent something in a time, with what they sent on each of the shop's days. */
export const SENT_BY_DAY = `
  with sent as (
    select c.campaign_id, (m.sent_at at time zone :zone)::date::text as day, count(*)::float8 as messages
    from ${CAMPAIGN_RUN} c
    join ${RUN} r on r.id = c.run_id
    join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at and m.state = ${STATE.accepted}
    where m.sent_at >= :from and m.sent_at < :to
    group by 1, 2
  )
  select c.id, c.name, c.status, c.live_since, c.plan,
    coalesce((select jsonb_object_agg(s.day, s.messages) from sent s where s.campaign_id = c.id), '{}') as sent
  from ${CAMPAIGN} c
  where c.deleted_at is null and (c.status = 'live' or exists (select 1 from sent s where s.campaign_id = c.id))
  order by c.name, c.id
  limit :limit
`

/** Who is in a campaign now. */
export const INSIDE = `
  select profile_id from ${ENROLLMENT} where campaign_id = :campaign and ended_at is null
`
