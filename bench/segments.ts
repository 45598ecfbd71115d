/**
 * Representative rules against hand-written SQL over the same tables: DATABASE_URL=… npm run bench:segments
 * Needs a database that bench:sync (or the plugin itself) has read in; adds 10 million events and 10 million messages to it.
 */
import { type Db, queryOne } from "../src/lib/db"
import type { HasCondition, Rules } from "../src/rules/ast"
import { listProfiles } from "../src/modules/profile/read/list"
import { compileRules } from "../src/rules/compile"
import { STATE } from "../src/modules/delivery/ledger/states"
import {
  applyScanSettings,
  asksForColumns,
  previewRules,
  shareScan,
} from "../src/modules/segment/preview"
import { refreshSegment } from "../src/modules/segment/refresh"
import { loadRegistry } from "../src/modules/segment/registry"
import { createSegment, getSegment, setSegmentDeleted } from "../src/modules/segment/store"
import { addBehaviour } from "./behaviour"
import { connect } from "./connect"
import { all, has, is } from "./rules"
import { describeMachine, measure, report, rolledBack } from "./measure"

const bought = (product: string, times: { operator: "gte" | "eq"; value: number }): HasCondition =>
  has({
    collection: "products",
    where: [is("product", "in", [product])],
    within: { kind: "last", days: 365 },
    ...times,
  })

const MOST_MS = 60_000

const X = "prod_85123A"
const Y = "prod_22423"
/** One of the 50 that half of the views are of. */
const Z = "prod_22720"
const AGO = (days: number) =>
  `timestamptz '${new Date(Date.now() - days * 86_400_000).toISOString()}'`
const BOUGHT = (product: string) => `select b.profile_id from engage_profile_product b
  where b.product_no = (select id from engage_product where product_id = '${product}') and b.last_at >= ${AGO(365)}`

const RULES: { name: string; rules: Rules; hand: string }[] = [
  {
    name: "a  country and SMS subscription",
    rules: all(is("country", "in", ["de", "fr"]), is("consent.sms", "is_true")),
    hand: `p.country in ('de', 'fr') and p.subscribed & 2 > 0`,
  },
  {
    name: "b  ≥ 3 orders in 180 days and revenue ≥ 200",
    rules: all(
      has({ value: 3, within: { kind: "last", days: 180 } }),
      is("revenue", "gte", 20_000)
    ),
    hand: `p.revenue >= 20000 and p.last_orders[3] >= ${AGO(180)}`,
  },
  {
    name: "c  bought X, not Y, in a year",
    rules: all(bought(X, { operator: "gte", value: 1 }), bought(Y, { operator: "eq", value: 0 })),
    hand: `p.id in (${BOUGHT(X)}) and p.id not in (${BOUGHT(Y)})`,
  },
  {
    name: "d  SMS subscription, ≥ 1 order, 30 or older",
    rules: all(is("consent.sms", "is_true"), is("orders", "gte", 1), is("age", "gte", 30)),
    hand: `p.subscribed & 2 > 0 and p.orders >= 1 and p.birthday <= (now() - interval '30 years')::date`,
  },
  {
    name: "e  nested: (UK, ≥ 100 spent in 90 days) or (X, lapsed, not lost)",
    rules: all({
      type: "group",
      op: "or",
      children: [
        {
          type: "group",
          op: "and",
          children: [
            is("country", "in", ["gb"]),
            has({
              measure: { fn: "sum", attribute: "purchase.total" },
              value: 10_000,
              within: { kind: "last", days: 90 },
            }),
          ],
        },
        {
          type: "group",
          op: "and",
          children: [
            bought(X, { operator: "gte", value: 1 }),
            is("last_order_at", "not_within_last", 90),
            { type: "group", op: "and", not: true, children: [is("rfm_group", "in", ["lost"])] },
          ],
        },
      ],
    }),
    hand: `((p.country = 'gb' and p.id in (select u.profile_id from engage_purchase u where u.counted and u.placed_at >= ${AGO(90)}
      group by 1 having sum(u.net_base) >= 10000))
      or (p.id in (${BOUGHT(X)}) and (p.last_order_at is null or p.last_order_at < ${AGO(90)}) and p.rfm_group <> 'lost'))`,
  },
  {
    name: "f  opened a message of 60 days, none received in 7",
    rules: all(
      has({
        collection: "messages",
        where: [is("message.opened", "is_true")],
        within: { kind: "last", days: 60 },
      }),
      has({ collection: "messages", within: { kind: "last", days: 7 }, operator: "eq", value: 0 })
    ),
    hand: `p.id in (select m.profile_id from engage_message m join engage_run r on r.id = m.run_id and not r.is_test
          and r.finished_at >= ${AGO(60)}
        where m.state = ${STATE.accepted} and m.opened_at is not null and m.sent_at >= ${AGO(60)})
      and p.id not in (select m.profile_id from engage_message m join engage_run r on r.id = m.run_id and not r.is_test
          and r.finished_at >= ${AGO(7)}
        where m.state = ${STATE.accepted} and m.sent_at >= ${AGO(7)})`,
  },
  {
    name: "g  looked at Z in 14 days, no order in them",
    rules: all(
      has({
        collection: "events",
        where: [is("event", "in", ["Product Viewed"]), is("event.product", "in", [Z])],
        within: { kind: "last", days: 14 },
        value: 1,
      }),
      is("last_order_at", "not_within_last", 14)
    ),
    hand: `(p.last_order_at is null or p.last_order_at < ${AGO(14)}) and p.id in (
      select e.profile_id from engage_event e
      where e.name = 'Product Viewed' and e.properties ->> 'product_id' = '${Z}' and e.at >= ${AGO(14)} and e.profile_id is not null
      group by 1 having count(*) >= 1)`,
  },
]

/** How many people a statement finds, under the settings of the builder. */
function counted(db: Db, matching: string, params: Record<string, unknown> = {}): Promise<number> {
  return rolledBack(db, async (trx) => {
    await applyScanSettings(trx, MOST_MS)
    if (asksForColumns(matching)) await shareScan(trx)
    const found = `select count(*)::int as count ${matching}`
    return (await queryOne<{ count: number }>(trx, found, params))!.count
  })
}

async function main(): Promise<void> {
  const { db, settings } = connect()
  await describeMachine(db)
  await addBehaviour(db, new Date())
  const context = { now: new Date(), zone: settings.options.timeZone }
  const registry = await loadRegistry(db)
  for (const { name, rules, hand } of RULES) {
    let ours = 0
    let theirs = 0
    const limit = await measure("by hand", async () => {
      theirs = await counted(db, `from engage_profile p where p.removed_at is null and ${hand}`)
    })
    const compiled = compileRules(rules, registry, context)
    const evaluated = await measure(name, async () => {
      ours = await counted(db, compiled.matching, compiled.params)
    })
    report(
      evaluated,
      limit,
      `${ours} people${ours === theirs ? "" : ` BUT BY HAND ${theirs}`}, budget 1.3`
    )
    const preview = await measure("preview", () =>
      rolledBack(db, async (trx) => {
        await applyScanSettings(trx, MOST_MS)
        await previewRules(trx, compiled)
      })
    )
    console.log(
      `   with money and reach on each channel, as the builder shows it: ${Math.round(preview.ms)} ms`
    )
  }

  const segment = await createSegment(db, { name: "bench", rules: RULES[3].rules })
  const fill = await measure(
    "a segment computed for the first time",
    () => refreshSegment(db, segment, context),
    1
  )
  const again = await measure("the same again, nothing changed", async () =>
    refreshSegment(db, await getSegment(db, segment.id), context)
  )
  report(again, fill)
  await setSegmentDeleted(db, segment.id, true)

  for (const input of [
    { order: "-last_order_at" as const },
    { order: "-revenue" as const },
    { order: "name" as const },
    { order: "-revenue" as const, q: "anna" },
  ]) {
    const list = await measure(
      `profile list ${JSON.stringify(input)}`,
      () => listProfiles(db, { ...input, limit: 25, currency: "gbp", country: "gb" }),
      20
    )
    const sorted = [...list.runs].sort((a, b) => a - b)
    console.log(
      `${list.name.padEnd(52)} p95 ${sorted[18].toFixed(0)} ms, median ${list.ms.toFixed(0)} ms, budget 150`
    )
  }
  await db.destroy()
}

void main()
