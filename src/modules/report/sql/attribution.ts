import { MESSAGE, MESSAGE_EVENT, RUN } from "../../delivery/tables"
import { NEWS, PURCHASE } from "../../profile/tables"
import { TOUCH } from "../tables"
import { FITS, MAX_WINDOW_DAYS, RULES, RULES_IF } from "./attribution-rule"

/** What has to be known of a purchase to credit it. */
const OF_PURCHASE =
  "u.id, u.profile_id, u.placed_at, u.net_base, u.status, u.sales_channel_id, u.promotions"

/**
 * Every eligible touch of the purchases in `scope`, with its credit. A message is eligible when a person opened or clicked it
 * before the purchase, and its rule takes the purchase. All credit goes to the last touch; of two at the same instant a click
 * wins.
 */
const credits = (scope: string, rules: string) => `
  scope as (${scope}), touch as (
    select s.id as purchase_id, m.run_id, m.pass, m.profile_id, e.kind, e.at as interaction_at, m.sent_at
    from scope s
    join ${MESSAGE} m on m.profile_id = s.profile_id and m.run_at < s.placed_at
      and m.run_at > s.placed_at - interval '${MAX_WINDOW_DAYS + 31} days' and m.opened_at < s.placed_at
    join (${rules}) b on b.run_id = m.run_id and b.days > 0
    cross join lateral (
      select e.kind, e.at from ${MESSAGE_EVENT} e
      where e.run_id = m.run_id and e.profile_id = m.profile_id and e.pass = m.pass
        and e.kind in ('opened', 'clicked') and e.verdict = 'human' and e.at >= m.run_at and e.at < s.placed_at
      order by e.at desc, e.kind = 'clicked' desc
      limit 1
    ) e
    where ${FITS}
  ), credited as (
    select *, case when row_number() over (
      partition by purchase_id order by interaction_at desc, kind = 'clicked' desc, run_id desc
    ) = 1 then 1 else 0 end as credit
    from touch
  )
`

/**
 * Writes the touches of the purchases in `scope`, anew. Purchases that no longer count keep theirs and are left out by
 * whoever adds them up.
 */
const compute = (scope: string) => `
  with ${credits(scope, RULES)}, gone as (
    delete from ${TOUCH} t using scope s
    where t.purchase_id = s.id
      and not exists (select 1 from credited c where c.purchase_id = t.purchase_id and c.run_id = t.run_id and c.pass = t.pass)
  )
  insert into ${TOUCH} as t (purchase_id, run_id, pass, profile_id, kind, interaction_at, sent_at, credit)
  select purchase_id, run_id, pass, profile_id, kind, interaction_at, sent_at, credit from credited
  on conflict (purchase_id, run_id, pass) do update
    set kind = excluded.kind, interaction_at = excluded.interaction_at, sent_at = excluded.sent_at, credit = excluded.credit
    where (t.kind, t.interaction_at, t.sent_at, t.credit)
      is distinct from (excluded.kind, excluded.interaction_at, excluded.sent_at, excluded.credit)
`

/** Purchases that arrived since the last time. */
export const COMPUTE_NEW = compute(`
  select ${OF_PURCHASE} from ${PURCHASE} u where u.id > :after and u.id <= :upto
`)

/** What {@link COMPUTE_NEW} credited, for those who listen: a thousand purchases in one piece of news. */
export const TELL_CREDITED = `
  insert into ${NEWS} (kind, at, data)
  select 'order.attributed', :now, jsonb_build_object('orders', jsonb_agg(jsonb_build_array(purchase_id, run_id, pass)))
  from (
    select purchase_id, run_id, pass, (row_number() over (order by purchase_id) - 1) / 1000 as part
    from ${TOUCH}
    where purchase_id > :after and purchase_id <= :upto and credit > 0
  ) credited
  group by part
`

/** What is credited to the messages of some runs of the orders of some days, as the rules are and as they would be. */
const totals = (rules: string) => `
  with ${credits(`select ${OF_PURCHASE} from ${PURCHASE} u where u.counted and u.placed_at >= :since`, rules)}
  select count(distinct u.id)::int as orders, coalesce(sum(u.net_base * c.credit), 0)::float8 as revenue
  from credited c
  join ${PURCHASE} u on u.id = c.purchase_id
  join ${RUN} r on r.id = c.run_id
  where c.credit > 0 and (:ref::text is null or r.ref = :ref)
`
export const CREDITED_NOW = totals(RULES)
export const CREDITED_IF = totals(RULES_IF)

/** Every purchase that one run could have led to, after its window changed. */
export const COMPUTE_RUN = compute(`
  select distinct on (u.id) ${OF_PURCHASE}
  from ${MESSAGE} m join ${PURCHASE} u on u.profile_id = m.profile_id and u.placed_at > m.run_at
  where m.run_id = :run and m.run_at = :run_at and m.opened_at is not null
    and u.placed_at <= m.run_at + interval '${MAX_WINDOW_DAYS + 31} days'
`)

export const READ_STATE = `
  select last_purchase_id::float8 as last, (select coalesce(max(id), 0)::float8 from ${PURCHASE}) as upto
  from engage_attribution_state for update
`
export const INIT_STATE = `
  insert into engage_attribution_state (last_purchase_id, computed_at) values (0, :now) on conflict do nothing
`
export const SAVE_STATE = `update engage_attribution_state set last_purchase_id = :upto, computed_at = :now`
export const COMPUTED_AT = `select computed_at as at from engage_attribution_state`
