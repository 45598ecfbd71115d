/**
 * A hundred segments brought up to date, over everybody and for those who changed: DATABASE_URL=… npm run bench:refresh
 * On a database as for bench:segments. The segments are deleted afterwards.
 */
import { type Db, execute, query, queryOne } from "../src/lib/db"
import type { RuleNode } from "../src/rules/ast"
import { compileRules } from "../src/rules/compile"
import { applyScanSettings } from "../src/modules/segment/preview"
import { refreshAll, refreshChanged } from "../src/modules/segment/refresh"
import { loadRegistry } from "../src/modules/segment/registry"
import { createSegment, setSegmentDeleted } from "../src/modules/segment/store"
import { connect } from "./connect"
import { all, has, is } from "./rules"
import { describeMachine, measure, report, rolledBack } from "./measure"

const SEGMENTS = 100
const CHANGED = 10_000

const COUNTRIES = ["gb", "de", "fr", "ie", "es", "nl", "be", "ch", "pt", "au"]
const GROUPS = ["champions", "loyal", "at_risk", "lost", "hibernating"]

/** Rules of all kinds; the more costly the kind, the fewer of it, as in a shop. */
function ruleNo(no: number, products: string[]): RuleNode[] {
  const country = is("country", "in", [COUNTRIES[no % COUNTRIES.length]])
  if (no % 5 === 0)
    return [
      has({
        collection: "products",
        where: [is("product", "in", [products[no % products.length]])],
        within: { kind: "last", days: 30 + no },
      }),
    ]
  if (no % 10 === 1) return [has({ value: 2, within: { kind: "last", days: 30 + no } }), country]
  if (no % 10 === 7)
    return [
      has({
        collection: "messages",
        where: [is("message.opened", "is_true")],
        within: { kind: "last", days: 60 },
      }),
      country,
    ]
  if (no % 3 === 0)
    return [is("rfm_group", "in", [GROUPS[no % GROUPS.length]]), is("orders", "gte", 1 + (no % 4))]
  return [country, is("consent.email", "is_true"), is("revenue", "gte", 1_000 * no)]
}

async function main(): Promise<void> {
  const { db, settings } = connect()
  await describeMachine(db)
  const clock = { now: new Date(), zone: settings.options.timeZone }
  const products = await query<{ id: string }>(
    db,
    `select product_id as id from engage_product order by id limit 50`
  )
  const rules = Array.from({ length: SEGMENTS }, (_, no) =>
    all(
      ...ruleNo(
        no,
        products.map(({ id }) => id)
      )
    )
  )
  const segments = []
  for (const [no, rule] of rules.entries())
    segments.push(await createSegment(db, { name: `bench ${no}`, rules: rule }))
  try {
    const registry = await loadRegistry(db)
    const counted = (scope: string) =>
      measure(
        `${SEGMENTS} counts`,
        () =>
          rolledBack(db, async (trx) => {
            await applyScanSettings(trx, 600_000)
            for (const rule of rules) {
              const { matching, params } = compileRules(rule, registry, clock)
              await queryOne(trx, `select count(*)::int as n ${matching} ${scope}`, params)
            }
          }),
        1
      )
    const first = await measure("computed for the first time", () => refreshAll(db, clock), 1)
    const plain = await counted("")
    report(first, plain)
    report(await measure("over everybody, nothing changed", () => refreshAll(db, clock), 1), plain)

    await markChanged(db)
    const few = await counted("and p.id in (select profile_id from engage_segment_dirty)")
    const changed = await measure("10,000 changed profiles", () => refreshChanged(db, clock), 1)
    report(changed, few)
  } finally {
    for (const { id } of segments) await setSegmentDeleted(db, id, true)
  }
  await db.destroy()
}

async function markChanged(db: Db): Promise<void> {
  await execute(db, `truncate engage_segment_dirty`)
  await execute(
    db,
    `insert into engage_segment_dirty (profile_id)
     select id from engage_profile where orders > 0 and id % 90 = 0 order by id limit ${CHANGED}`
  )
  await execute(db, `analyze engage_segment_dirty`)
}

void main()
