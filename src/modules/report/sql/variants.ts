import { STATE } from "../../delivery/ledger/states"
import { MESSAGE, SLOT } from "../../delivery/tables"
import { PURCHASE } from "../../profile/tables"
import { TOUCH } from "../tables"

/** What became of each variant among those who tested it; money in minor units of the base currency. */
export const VARIANTS = `
  select s.variant::int as variant,
    count(*)::int as sent,
    count(*) filter (where coalesce(m.opened_at, m.clicked_at) is not null)::int as opened,
    count(*) filter (where m.clicked_at is not null)::int as clicked,
    count(t.revenue)::int as ordered,
    coalesce(sum(t.revenue), 0)::float8 as revenue,
    coalesce(sum(t.revenue * t.revenue), 0)::float8 as squares
  from ${MESSAGE} m
  join ${SLOT} s on s.run_id = m.run_id and s.slot = m.slot and s.variant is not null
  left join (
    select t.profile_id, sum(u.net_base * t.credit) as revenue
    from ${TOUCH} t join ${PURCHASE} u on u.id = t.purchase_id and u.counted
    where t.run_id = :run and t.credit > 0
    group by t.profile_id
  ) t on t.profile_id = m.profile_id
  where m.run_id = :run and m.run_at = :run_at and m.state = ${STATE.accepted}
    and not s.chosen
  group by 1
  order by 1
`

/** Broadcasts whose test has run long enough and whose winner is not chosen, one at a time. */
export const CLAIM_UNDECIDED = `
  select b.id, b.run_id::float8 as run_id, b.plan
  from engage_broadcast b
  where b.status = 'sending' and b.deleted_at is null
    and b.plan #>> '{ab,winner,auto}' = 'true'
    and b.started_at + make_interval(hours => (b.plan #>> '{ab,winner,after_hours}')::int) <= :now
    and exists (select 1 from ${SLOT} s where s.run_id = b.run_id and s.held)
  limit 1
  for update skip locked
`

/** Which variant those got who waited for the winner; `null` while they wait. */
export const CHOSEN = `
  select
    (select variant::int from ${SLOT} where run_id = :run and chosen limit 1) as chosen,
    exists (select 1 from ${SLOT} where run_id = :run and held) as waiting
`
