import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { addDays, addHours, subDays } from "date-fns"
import fc from "fast-check"
import { execute, query, queryOne } from "../../src/lib/db"
import type { Condition, HasCondition, RuleGroup, RuleNode, Rules } from "../../src/rules/ast"
import { compileRules } from "../../src/rules/compile"
import { segmentStep } from "../../src/modules/segment/engine"
import { loadRegistry } from "../../src/modules/segment/registry"
import { createSegment, allSegments } from "../../src/modules/segment/store"
import { TestShop } from "./support/shop"

jest.setTimeout(600_000)

const ZONE = "Europe/Berlin"
const START = new Date("2026-03-01T10:00:00Z")
const PACE = { fullEveryMin: 100_000, gapMs: 0 }
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)

type Fact = { profile: number; at: Date; net: number; source: string | null }
type Person = { id: number; city: string | null; registered: Date | null }
type World = { people: Person[]; facts: Fact[] }

const day = (date: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(date)

/** What a rule means, written down once more without SQL: three-valued for comparisons with what is not known. */
class Evaluator {
  constructor(
    private readonly world: World,
    private readonly now: Date
  ) {}

  matches(person: Person, node: RuleNode): boolean | null {
    if (node.type === "group") return this.group(person, node)
    if (node.type === "condition") return this.condition(person, node)
    if (node.type === "has") return this.has(person, node)
    const facts = this.world.facts.filter((f) => f.profile === person.id)
    const days = node.days!
    return facts.some((a) => {
      const follows = facts.some((b) => b.at > a.at && b.at <= addDays(a.at, days))
      return node.followed ? follows : addDays(a.at, days) <= this.now && !follows
    })
  }

  private group(person: Person, { op, not, children }: RuleGroup): boolean | null {
    const parts = children.filter((c) => !c.disabled).map((c) => this.matches(person, c))
    const stops = op === "or"
    const joined = parts.includes(stops) ? stops : parts.includes(null) ? null : !stops
    return not ? joined !== true : joined
  }

  private condition(person: Person, { attribute, operator, value }: Condition): boolean | null {
    const facts = this.world.facts.filter((f) => f.profile === person.id)
    if (attribute === "orders") return compare(facts.length, operator, value)
    if (attribute === "city") {
      if (operator === "empty") return !person.city
      if (operator === "not_in")
        return person.city === null || !(value as string[]).includes(person.city)
      return person.city === null ? null : (value as string[]).includes(person.city)
    }
    const at = attribute === "registered_at" ? person.registered : latest(facts)
    const from = subDays(this.now, value as number)
    if (operator === "not_within_last") return at === null || at < from
    return at === null ? null : at >= from && at <= this.now
  }

  private has(
    person: Person,
    { where, within, measure, operator, value, orNever }: HasCondition
  ): boolean {
    // Of two at the same time, the one that was written first is the earlier; sorting keeps that.
    const own = this.world.facts
      .filter((f) => f.profile === person.id)
      .sort((a, b) => +a.at - +b.at)
    const facts = own.filter(
      (f) =>
        (within.kind !== "last" || f.at >= subDays(this.now, within.days!)) &&
        where.every((c) => isMeant(c, f, own))
    )
    if (measure.fn === "count") return compare(facts.length, operator, value)
    if (measure.fn === "sum")
      return compare(
        facts.reduce((sum, f) => sum + f.net, 0),
        operator,
        value
      )
    const last = latest(facts)
    if (!last) return Boolean(orNever)
    const days = (Date.parse(day(this.now)) - Date.parse(day(last))) / 86_400_000
    return compare(days, operator, value)
  }
}

/** Whether a condition holds on one of a person's facts, which stand in the order of time. */
function isMeant({ attribute, value }: Condition, fact: Fact, own: Fact[]): boolean {
  if (attribute === "purchase.first") return fact === own[0]
  if (attribute === "purchase.last") return fact === own.at(-1)
  return fact.source !== null && (value as string[]).includes(fact.source)
}

const latest = (facts: Fact[]) =>
  facts.length ? new Date(Math.max(...facts.map((f) => +f.at))) : null

function compare(n: number, operator: string, value: unknown): boolean {
  const v = value as number
  if (operator === "gte") return n >= v
  if (operator === "lt") return n < v
  if (operator === "eq") return n === v
  const [low, high] = value as unknown as [number, number]
  return n >= low && n <= high
}

const days = fc.integer({ min: 1, max: 40 })
const numbers = fc.oneof(
  fc.record({
    operator: fc.constantFrom("gte" as const, "lt" as const, "eq" as const),
    value: fc.integer({ min: 0, max: 4 }),
  }),
  fc.constant({ operator: "between" as const, value: [1, 2] })
)
const meant: fc.Arbitrary<Condition[]> = fc.subarray(
  [
    { type: "condition", attribute: "purchase.first", operator: "is_true" },
    { type: "condition", attribute: "purchase.last", operator: "is_true" },
    { type: "condition", attribute: "purchase.utm_source", operator: "in", value: ["ads"] },
  ],
  { maxLength: 2 }
)
const leaf: fc.Arbitrary<RuleNode> = fc.oneof(
  numbers.map((n): RuleNode => ({ type: "condition", attribute: "orders", ...n })),
  fc
    .tuple(
      fc.constantFrom("last_order_at", "registered_at"),
      fc.constantFrom("within_last" as const, "not_within_last" as const),
      days
    )
    .map(([attribute, operator, value]): RuleNode => ({
      type: "condition",
      attribute,
      operator,
      value,
    })),
  fc.constantFrom("in" as const, "not_in" as const, "empty" as const).map((operator): RuleNode => ({
    type: "condition",
    attribute: "city",
    operator,
    ...(operator !== "empty" && { value: ["york"] }),
  })),
  fc
    .tuple(
      fc.constantFrom("count" as const, "sum" as const, "days_since" as const),
      numbers,
      fc.option(days),
      fc.boolean(),
      meant
    )
    .map(([fn, n, last, orNever, where]): RuleNode => ({
      type: "has",
      collection: "purchases",
      where,
      within: last === null ? { kind: "ever" } : { kind: "last", days: last },
      measure: fn === "sum" ? { fn, attribute: "purchase.total" } : { fn },
      ...n,
      ...(fn === "days_since" && orNever && { orNever }),
    })),
  fc.tuple(fc.boolean(), days).map(([followed, n]): RuleNode => ({
    type: "sequence",
    first: { collection: "purchases", where: [] },
    within: { kind: "ever" },
    followed,
    days: n,
    then: { collection: "purchases", where: [] },
  }))
)
const group: fc.Arbitrary<RuleGroup> = fc.letrec<{ node: RuleNode; group: RuleGroup }>((tie) => ({
  node: fc.oneof({ depthSize: "small" }, leaf, tie("group")),
  group: fc.record({
    type: fc.constant("group" as const),
    op: fc.constantFrom("and" as const, "or" as const),
    not: fc.boolean(),
    children: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
  }),
})).group
const rules = group.map((root): Rules => ({ version: 1, root }))

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let shop: TestShop
    const people: Person[] = [
      { id: 1, city: null, registered: null },
      { id: 2, city: "york", registered: subDays(START, 5) },
      { id: 3, city: "bath", registered: subDays(START, 20) },
      { id: 4, city: "york", registered: addHours(START, 30) },
    ]

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      await execute(
        shop.db,
        `truncate engage_purchase, engage_profile, engage_segment, engage_membership, engage_segment_dirty restart identity cascade`
      )
      for (const { id, city, registered } of people)
        await execute(
          shop.db,
          `insert into engage_profile (id, city, registered_at) overriding system value values (:id, :city, :registered)`,
          { id, city, registered }
        )
    })

    /** Adds a purchase and what the metrics make of it, and marks the person as changed. */
    const buy = async ({ profile, at, net, source }: Fact, n: number) => {
      await execute(
        shop.db,
        `insert into engage_purchase (order_id, profile_id, placed_at, gross, discount, refunded, net, net_base, items, counted, currency, status, utm_source)
         values (:order, :profile, :at, :net, 0, 0, :net, :net, 1, true, 'eur', 'pending', :source)`,
        { order: `o${n}`, profile, at, net, source }
      )
      await execute(
        shop.db,
        `update engage_profile p set orders = a.n, last_order_at = a.last, last_orders = a.times
         from (select count(*) as n, max(placed_at) as last, array_agg(placed_at order by placed_at desc) as times
           from engage_purchase where profile_id = :profile) a where p.id = :profile`,
        { profile }
      )
      await execute(
        shop.db,
        `insert into engage_segment_dirty (profile_id) values (:profile) on conflict do nothing`,
        { profile }
      )
    }
    const found = async (rule: Rules, now: Date) => {
      const { sql, params } = compileRules(rule, await loadRegistry(shop.db), { now, zone: ZONE })
      const rows = await query<{ id: number }>(
        shop.db,
        `select profile_id::int as id from (${sql}) x order by 1`,
        params
      )
      return rows.map((row) => row.id)
    }
    const fact = fc.record({
      profile: fc.integer({ min: 1, max: 4 }),
      hoursAgo: fc.integer({ min: 1, max: 45 * 24 }),
      net: fc.integer({ min: 0, max: 3 }),
      source: fc.constantFrom("ads", "blog", null),
    })

    it(`compiles to what the rule means, over random small worlds (SEED=${SEED})`, async () => {
      let n = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fact, { maxLength: 8 }),
          fc.array(rules, { minLength: 5, maxLength: 12 }),
          async (drawn, all) => {
            await execute(shop.db, `delete from engage_purchase`)
            await execute(
              shop.db,
              `update engage_profile set orders = 0, last_order_at = null, last_orders = null`
            )
            const facts = drawn.map(({ hoursAgo, ...fact }) => ({
              ...fact,
              at: addHours(START, -hoursAgo),
            }))
            for (const one of facts) await buy(one, n++)
            const evaluator = new Evaluator({ people, facts }, START)
            for (const rule of all) {
              const meant = people
                .filter((p) => evaluator.matches(p, rule.root) === true)
                .map((p) => p.id)
              expect([JSON.stringify(rule), await found(rule, START)]).toEqual([
                JSON.stringify(rule),
                meant,
              ])
            }
          }
        ),
        { seed: SEED, numRuns: 25 }
      )
    })

    it(`keeps members as a full look would, over random histories (SEED=${SEED})`, async () => {
      let n = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(rules, { minLength: 3, maxLength: 5 }),
          fc.array(fc.record({ wait: fc.integer({ min: 1, max: 200 }), buys: fc.option(fact) }), {
            minLength: 4,
            maxLength: 8,
          }),
          async (drawn, history) => {
            await execute(
              shop.db,
              `truncate engage_purchase, engage_segment, engage_membership, engage_segment_dirty restart identity`
            )
            await execute(
              shop.db,
              `update engage_profile set orders = 0, last_order_at = null, last_orders = null`
            )
            for (const rule of drawn) await createSegment(shop.db, { name: "s", rules: rule })
            const [first] = await allSegments(shop.db)
            const nested: Condition = {
              type: "condition",
              attribute: "segment",
              operator: "none_of",
              value: [first.id],
            }
            await createSegment(shop.db, {
              name: "nested",
              rules: { version: 1, root: { type: "group", op: "and", children: [nested] } },
            })
            let now = START
            const settle = async () => {
              while (await segmentStep(shop.db, { now, zone: ZONE, pace: PACE })) {
                // Until nothing is due.
              }
            }
            await settle()
            for (const { wait, buys } of history) {
              const until = addHours(now, wait)
              // The loop wakes whenever something is due on the way.
              for (;;) {
                const due = await queryOne<{ at: Date | null }>(
                  shop.db,
                  `select min(due_at) as at from engage_segment`
                )
                if (!due?.at || due.at > until) break
                now = due.at > now ? due.at : now
                await settle()
              }
              now = until
              if (buys) {
                const { hoursAgo, ...fact } = buys
                await buy({ ...fact, at: addHours(now, -hoursAgo) }, n++)
              }
              await settle()
              for (const segment of await allSegments(shop.db)) {
                const members = await query<{ id: number }>(
                  shop.db,
                  `select profile_id::int as id from engage_membership where segment_no = :no order by 1`,
                  { no: segment.no }
                )
                const rule = JSON.stringify(segment.rules)
                expect([rule, now, members.map((m) => m.id)]).toEqual([
                  rule,
                  now,
                  await found(segment.rules, now),
                ])
              }
            }
          }
        ),
        { seed: SEED, numRuns: 15 }
      )
    })
  },
})
