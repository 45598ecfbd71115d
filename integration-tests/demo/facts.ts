import { rfmGroup } from "../../src/modules/profile/metrics/rfm-groups"

const REFUNDS = `refunds as (
    select order_id, sum(-amount) as refunded from order_transaction where amount < 0 group by order_id
  )`

/**
 * What each person bought, counted from Medusa's tables alone and by other SQL than the plugin's: the sums of each order
 * first, people afterwards, in pence.
 */
export const BUYERS_FROM_SCRATCH = `
  with line as (
    select oi.order_id, oi.quantity, coalesce(oi.unit_price, li.unit_price) as price,
      coalesce(oi.return_received_quantity, 0) + coalesce(oi.return_dismissed_quantity, 0) as back
    from "order" o
    join order_item oi on oi.order_id = o.id and oi.version = o.version
    join order_line_item li on li.id = oi.item_id
  ), bought as (
    select order_id, sum(quantity * price) as value, sum(back * price) as returned, sum(quantity - back) as items
    from line group by order_id
  ), ${REFUNDS}, of_order as (
    select o.id, lower(c.email) as email, o.status <> 'canceled' as counted, o.created_at, coalesce(b.value, 0) as value,
      greatest(coalesce(b.returned, 0), coalesce(r.refunded, 0)) as gone, coalesce(b.items, 0) as items
    from "order" o
    join customer c on c.id = o.customer_id
    left join bought b on b.order_id = o.id
    left join refunds r on r.order_id = o.id
  )
  select c.email,
    count(*) filter (where counted)::int as orders,
    coalesce(sum(round((value - least(value, gone)) * 100)) filter (where counted), 0)::float8 as revenue,
    coalesce(sum(items) filter (where counted), 0)::int as items,
    coalesce(sum(round(gone * 100)) filter (where counted), 0)::float8 as refunded,
    min(created_at) filter (where counted) as first_order_at, max(created_at) filter (where counted) as last_order_at,
    coalesce(sum(round(value * 100)) filter (where not counted), 0)::float8 as cancelled
  from (select distinct lower(email) as email from customer) c left join of_order m on m.email = c.email
  group by c.email
  order by 1
`

/** The same facts as the plugin keeps them. */
export const BUYERS_AS_KEPT = `
  select email, orders, revenue::float8 as revenue, items, refunded::float8 as refunded, first_order_at, last_order_at,
    cancelled::float8 as cancelled
  from engage_profile order by email
`

/** Orders, revenue and recency of everybody in the last year, for the scores. */
export const YEAR_FROM_SCRATCH = `
  with ${REFUNDS}
  select lower(c.email) as email, o.id, o.created_at,
    coalesce(sum(oi.quantity * coalesce(oi.unit_price, li.unit_price)), 0)::float8 as value,
    coalesce(sum((coalesce(oi.return_received_quantity, 0) + coalesce(oi.return_dismissed_quantity, 0))
      * coalesce(oi.unit_price, li.unit_price)), 0)::float8 as returned,
    coalesce(max(r.refunded), 0)::float8 as refunded
  from "order" o
  join customer c on c.id = o.customer_id
  left join refunds r on r.order_id = o.id
  left join order_item oi on oi.order_id = o.id and oi.version = o.version
  left join order_line_item li on li.id = oi.item_id
  where o.status <> 'canceled'
  group by 1, 2, 3
`

export type YearOrder = {
  email: string
  id: string
  created_at: Date
  value: number
  returned: number
  refunded: number
}

type Scores = { r: number | null; f: number | null; m: number | null; rfm_group: string }

const WINDOW_MS = 365 * 86_400_000

/** The scores by the definition, in plain TypeScript: everybody is ranked by counting who is below and who is equal. */
export function scoresFromScratch(
  orders: YearOrder[],
  now: Date,
  zone: string
): Map<string, Scores> {
  const people = new Map<string, { last: Date; orders: number; revenue: number }>()
  const everybody = new Set(orders.map((o) => o.email))
  for (const order of orders) {
    if (order.created_at.getTime() <= now.getTime() - WINDOW_MS) continue
    const person = people.get(order.email) ?? { last: order.created_at, orders: 0, revenue: 0 }
    const gone = Math.max(order.returned, order.refunded)
    person.orders += 1
    person.revenue += Math.round((order.value - Math.min(order.value, gone)) * 100)
    if (order.created_at > person.last) person.last = order.created_at
    people.set(order.email, person)
  }
  const entries = [...people]
  const days = entries.map(([, p]) => -daysBetween(p.last, now, zone))
  const r = quintiles(days)
  const f = quintiles(entries.map(([, p]) => p.orders))
  const m = quintiles(entries.map(([, p]) => p.revenue))
  const scores = new Map<string, Scores>()
  for (const email of everybody) scores.set(email, { r: 1, f: 1, m: 1, rfm_group: rfmGroup(1, 1) })
  entries.forEach(([email], i) => {
    scores.set(email, { r: r[i], f: f[i], m: m[i], rfm_group: rfmGroup(r[i], f[i]) })
  })
  return scores
}

function quintiles(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const below = (value: number) => sorted.findIndex((v) => v === value)
  const upto = (value: number) => sorted.findLastIndex((v) => v === value) + 1
  const score = new Map<number, number>()
  for (const value of new Set(values)) {
    const midrank = (below(value) + 1 + upto(value)) / 2
    score.set(value, Math.min(5, 1 + Math.floor((5 * (midrank - 0.5)) / values.length)))
  }
  return values.map((value) => score.get(value)!)
}

function daysBetween(from: Date, to: Date, zone: string): number {
  const day = (at: Date) =>
    Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at))
  return Math.round((day(to) - day(from)) / 86_400_000)
}
