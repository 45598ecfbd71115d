import type { ReachChannel } from "../../../types/segment"
import { hasEndpoint } from "../../profile/sql/endpoints"
import { PROFILE, PURCHASE } from "../../profile/tables"
import { TOUCH } from "../tables"

const byPhone = (channel: ReachChannel) => `
  count(*) filter (
    where subscribed & :${channel}_bit > 0 and phone_status = 'valid' and phone_type is distinct from 'landline'
  )::int as ${channel}`

/** What erased people have bought stays in the revenue. */
export const TOTALS = `
  select count(*) filter (where removed_at is null)::int as profiles,
    count(*) filter (where removed_at is null and orders > 0)::int as buyers,
    coalesce(sum(revenue), 0)::float8 as revenue,
    count(*) filter (where subscribed & :email_bit > 0 and email_status = 'valid')::int as email,
    ${(["sms", "viber", "whatsapp"] as const).map(byPhone).join(",")},
    count(*) filter (where subscribed & :push_bit > 0 and ${hasEndpoint("push")})::int as push,
    count(*) filter (where subscribed & :telegram_bit > 0 and ${hasEndpoint("telegram")})::int as telegram
  from ${PROFILE} p where (removed_at is null or erased_at is not null)
`

/** Counted purchases since :since, and what of them is credited to messages. */
export const ASSISTED = `
  select count(*)::int as total_orders, coalesce(sum(u.net_base), 0)::float8 as total_revenue,
    count(t.purchase_id)::int as orders, coalesce(sum(u.net_base) filter (where t.purchase_id is not null), 0)::float8 as revenue
  from ${PURCHASE} u left join ${TOUCH} t on t.purchase_id = u.id and t.credit > 0
  where u.counted and u.placed_at >= :since
`

export const RFM_CELLS = `
  select r::int as r, f::int as f, count(*)::int as profiles, sum(revenue)::float8 as revenue, min(rfm_group) as group
  from ${PROFILE} where removed_at is null and r is not null
  group by 1, 2 order by 1 desc, 2
`

export const RFM_GROUPS = `
  select rfm_group as group, count(*)::int as profiles, sum(revenue)::float8 as revenue
  from ${PROFILE} where removed_at is null
  group by 1 order by 3 desc
`

export const CHECKLIST = `
  select
    exists (select 1 from engage_visitor) as tracker,
    exists (select 1 from engage_campaign where published_at is not null) as recipe,
    exists (select 1 from engage_segment where deleted_at is null) as segment,
    exists (select 1 from engage_template where deleted_at is null) as template,
    exists (select 1 from engage_broadcast where deleted_at is null and status <> 'draft') as broadcast
`

export const QUEUES = `
  select
    (select coalesce(sum(size), 0)::int from engage_chunk where not done) as waiting,
    (select count(*)::int from engage_message where state = 5 and run_at > now() - interval '90 days') as uncertain,
    (select count(*)::int from engage_inbox) as inbox,
    (select count(*)::int from engage_dirty) as dirty
`
