import { CONTENT } from "../../content/tables"
import { SKIP, SKIP_RULE, skipReasonSql, STATE, stateNameSql } from "../../delivery/ledger/states"
import { contentOf } from "../../delivery/sql/variants"
import { CONTACT_RULE, MESSAGE, MESSAGE_EVENT, PROVIDER_REPORT, RUN } from "../../delivery/tables"
import { COST } from "../../delivery/sql/cost"
import { LIST_COLUMNS } from "../../profile/sql/read"
import { PROFILE, PURCHASE } from "../../profile/tables"
import { TOUCH } from "../tables"

/** The runs of a cascade begin at the same time, so that all of a broadcast's messages lie in one partition. */
const OF_RUNS = `m.run_id = any(:runs::bigint[]) and m.run_at = :run_at`

/**
 * Counters of the runs of a broadcast; each counts people, of whom a cascade may have several messages. A click implies
 * an open, an open a delivery.
 */
export const COUNTERS = (cascade: boolean) => {
  const people = cascade ? "count(distinct m.profile_id)" : "count(*)"
  return `
    select
      ${people} filter (where m.state = ${STATE.accepted})::int as sent,
      ${people} filter (where m.bounced_at is null and coalesce(m.delivered_at, m.opened_at, m.clicked_at) is not null)::int as delivered,
      ${people} filter (where m.bounced_at is not null)::int as bounced,
      ${people} filter (where m.state = ${STATE.accepted} and coalesce(m.bounced_at, m.delivered_at, m.opened_at, m.clicked_at) is not null)::int as settled,
      ${people} filter (where coalesce(m.opened_at, m.clicked_at) is not null)::int as opened,
      ${people} filter (where m.clicked_at is not null)::int as clicked,
      ${COST}
    from ${MESSAGE} m where ${OF_RUNS}
  `
}

/** When a service last told what became of messages. */
export const LAST_REPORT = `select last_report_at from ${PROVIDER_REPORT} where provider = :provider`

/** Since when a message `m` may have brought somebody to do something, and until when. */
const AFTER = (at: string) =>
  `${at} > m.sent_at and ${at} <= m.sent_at + make_interval(days => :days::int)`

/** People who came to the shop within so many days of their message. */
export const VISITED = `
  select count(distinct m.profile_id)::int as people
  from ${MESSAGE} m
  where ${OF_RUNS} and m.state = ${STATE.accepted} and exists (
    select 1 from engage_session s where s.profile_id = m.profile_id and ${AFTER("s.started_at")}
  )
`

/** People who did what an event names within so many days of their message. */
export const DID = `
  select count(distinct m.profile_id)::int as people
  from engage_event e
  join ${MESSAGE} m on m.profile_id = e.profile_id and ${OF_RUNS} and m.state = ${STATE.accepted} and ${AFTER("e.at")}
  where e.name = :event and e.at > :run_at
`

/** People by what else they did, machines apart. */
export const EVENT_COUNTERS = `
  select
    count(distinct e.profile_id) filter (where e.kind = 'complained')::int as complained,
    count(distinct e.profile_id) filter (where e.kind = 'unsubscribed')::int as unsubscribed,
    count(distinct e.profile_id) filter (where e.kind = 'opened' and e.verdict <> 'human' and m.opened_at is null)::int as machine_opened
  from ${MESSAGE_EVENT} e
  join ${MESSAGE} m on m.run_id = e.run_id and m.profile_id = e.profile_id and m.pass = e.pass and ${OF_RUNS}
  where e.run_id = any(:runs::bigint[]) and (e.kind in ('complained', 'unsubscribed') or e.kind = 'opened' and e.verdict <> 'human')
`

export const REVENUE = `
  select count(distinct t.profile_id)::int as ordered, count(distinct u.id)::int as orders, coalesce(sum(u.net_base * t.credit), 0)::float8 as revenue
  from ${TOUCH} t join ${PURCHASE} u on u.id = t.purchase_id and u.counted
  where t.run_id = any(:runs::bigint[]) and t.credit > 0
`

/** Why people got nothing at all: not those whom another channel took over, or was spared. */
export const SKIPPED = `
  select ${skipReasonSql("m.reason")} as reason, r.id as rule_id, r.name as rule_name, count(*)::int as count
  from ${MESSAGE} m
  left join ${CONTACT_RULE} r on r.no = m.reason - ${SKIP_RULE}
  where ${OF_RUNS} and m.state = ${STATE.skipped} and m.cascaded_at is null and m.reason is distinct from ${SKIP.reached}
  group by 1, 2, 3 order by 4 desc
`

export const FAILURES = `
  select coalesce(m.error, 'no answer') as error, count(*)::int as count
  from ${MESSAGE} m where ${OF_RUNS} and m.cascaded_at is null and m.state in (${STATE.failed}, ${STATE.uncertain})
  group by 1 order by 2 desc limit 20
`

export const LINKS = `
  select (l.no - 1)::int as link, l.url, coalesce(e.people, 0)::int as people, coalesce(e.clicks, 0)::int as clicks
  from ${RUN} r join ${CONTENT} c on c.id = r.content_id
  cross join lateral jsonb_array_elements_text(c.links) with ordinality as l (url, no)
  left join (
    select link, count(distinct profile_id) as people, count(*) as clicks
    from ${MESSAGE_EVENT} where run_id = :run and kind = 'clicked' and verdict = 'human'
    group by link
  ) e on e.link = l.no - 1
  where r.id = :run
  order by people desc, l.no
`

/** Links of runs with several contents, by address. */
export const LINKS_OF_SEVERAL = `
  select null as link, url, count(distinct profile_id)::int as people, count(*)::int as clicks
  from (
    select e.profile_id, c.links->>e.link::int as url
    from ${MESSAGE_EVENT} e
    join ${RUN} r on r.id = e.run_id
    join ${MESSAGE} m on m.run_id = e.run_id and m.profile_id = e.profile_id and m.pass = e.pass and ${OF_RUNS}
    join ${CONTENT} c on c.id = ${contentOf("m", "r")}
    where e.run_id = any(:runs::bigint[]) and e.kind = 'clicked' and e.verdict = 'human'
  ) clicked
  where url is not null
  group by url
  order by people desc, url
`

export const ORDERS = `
  select u.order_id, u.display_id, u.placed_at, u.net::float8 as net, u.currency, t.kind as touch,
    s.name as sales_channel, u.source_code, nullif(concat_ws(' / ', u.utm_source, u.utm_medium, u.utm_campaign), '') as utm,
    u.device, p.id::float8 as profile_id, p.first_name, p.last_name, p.email
  from ${TOUCH} t
  join ${PURCHASE} u on u.id = t.purchase_id and u.counted
  join ${PROFILE} p on p.id = t.profile_id
  left join sales_channel s on s.id = u.sales_channel_id
  where t.run_id = any(:runs::bigint[]) and t.credit > 0
  order by u.placed_at desc limit 50
`

export const BY_HOUR = `
  select date_trunc('hour', at) as hour,
    count(*) filter (where kind = 'opened')::int as opened, count(*) filter (where kind = 'clicked')::int as clicked
  from ${MESSAGE_EVENT}
  where run_id = any(:runs::bigint[]) and kind in ('opened', 'clicked') and verdict = 'human' and at < :run_at::timestamptz + interval '14 days'
  group by 1 order by 1
`

/** Which messages of a run each kind of people means. */
const HAS_EVENT = (kind: string) => `exists (
  select 1 from ${MESSAGE_EVENT} e
  where e.run_id = m.run_id and e.profile_id = m.profile_id and e.pass = m.pass and e.kind = '${kind}'
)`

export const PEOPLE_FILTER = {
  audience: "true",
  accepted: `m.state = ${STATE.accepted}`,
  delivered:
    "m.bounced_at is null and coalesce(m.delivered_at, m.opened_at, m.clicked_at) is not null",
  bounced: "m.bounced_at is not null",
  opened: "coalesce(m.opened_at, m.clicked_at) is not null",
  clicked: `m.clicked_at is not null and (:link::int is null or exists (
    select 1 from ${MESSAGE_EVENT} e
    where e.run_id = m.run_id and e.profile_id = m.profile_id and e.pass = m.pass and e.kind = 'clicked'
      and e.verdict = 'human' and e.link = :link
  ))`,
  ordered: `exists (
    select 1 from ${TOUCH} t join ${PURCHASE} u on u.id = t.purchase_id and u.counted
    where t.run_id = m.run_id and t.profile_id = m.profile_id and t.credit > 0
  )`,
  complained: HAS_EVENT("complained"),
  unsubscribed: HAS_EVENT("unsubscribed"),
  failed: `m.state = ${STATE.failed}`,
  skipped: `m.state = ${STATE.skipped} and (:reason::text is null or ${skipReasonSql("m.reason")} = :reason)
    and (:rule::text is null or m.reason = ${SKIP_RULE} + (select no from ${CONTACT_RULE} where id = :rule))`,
  uncertain: `m.state = ${STATE.uncertain}`,
  waiting: `m.state = ${STATE.waiting}`,
} as const

/** Of a cascade: who was taken over by another channel, or was spared it, is no loss. */
const NOT_IN_VAIN = {
  failed: "and m.cascaded_at is null",
  uncertain: "and m.cascaded_at is null",
  skipped: `and m.cascaded_at is null and m.reason is distinct from ${SKIP.reached}`,
}

/** A page of people of one kind; of a cascade each is there once, by the last of the channels that it holds for. */
export const PEOPLE = (kind: keyof typeof PEOPLE_FILTER, cascade: boolean) => `
  select ${cascade ? "distinct on (m.profile_id)" : ""} ${LIST_COLUMNS}, m.run_id::float8 as run_id, m.pass::float8 as pass, ${stateNameSql("m.state")} as state,
    coalesce(${skipReasonSql("m.reason")}, m.error) as reason, r.name as rule, coalesce(m.clicked_at, m.opened_at, m.sent_at) as at
  from ${MESSAGE} m join ${PROFILE} p on p.id = m.profile_id
  left join ${CONTACT_RULE} r on r.no = m.reason - ${SKIP_RULE}
  where ${cascade ? OF_RUNS : "m.run_id = :run and m.run_at = :run_at"} and m.profile_id > :after and ${PEOPLE_FILTER[kind]}
    ${cascade && kind in NOT_IN_VAIN ? NOT_IN_VAIN[kind as keyof typeof NOT_IN_VAIN] : ""}
  order by m.profile_id${cascade ? ", m.run_id desc" : ""}
  limit :limit
`
