import fc from "fast-check"
import type { Condition, HasCondition, Operator, RuleNode, Rules } from "../../../rules/ast"
import { ARITY, OPERATORS } from "../../../rules/ast"
import { checkRules } from "../../../rules/check"
import { compileRules } from "../../../rules/compile"
import { describeRules } from "../../../rules/sentence"
import { describeRegistry } from "../../../rules/definitions"
import { STATIC_REGISTRY as REGISTRY } from "../registry"
import { SEGMENT_TEMPLATES } from "../templates"

const SEGMENT_REGISTRY = describeRegistry(REGISTRY)
const NOW = new Date("2026-11-22T12:00:00Z")
const CONTEXT = { now: NOW, zone: "Europe/Berlin" }
const SELECT = "select p.id as profile_id from engage_profile p where p.removed_at is null and "

const all = (...children: RuleNode[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})
const is = (attribute: string, operator: Operator, value?: Condition["value"]): Condition => ({
  type: "condition",
  attribute,
  operator,
  value,
})
const has = (part: Partial<HasCondition>): HasCondition => ({
  type: "has",
  collection: "purchases",
  where: [],
  within: { kind: "ever" },
  measure: { fn: "count" },
  operator: "gte",
  value: 1,
  ...part,
})

const AGO = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const TODAY = "(:now::timestamptz at time zone :zone)::date"
const AGE = `extract(year from age(${TODAY}, p.birthday))`
const yearsAgo = (place: number) => `(${TODAY} - make_interval(years => :v${place}::int))::date`

/** The condition part of the compiled statement and its own parameters. */
function compiled(...nodes: RuleNode[]): [string, unknown[]] {
  const { sql, params } = compileRules(all(...nodes), REGISTRY, CONTEXT)
  expect(sql.startsWith(SELECT)).toBe(true)
  const { now, zone, ...own } = params
  expect([now, zone]).toEqual([NOW, "Europe/Berlin"])
  return [sql.slice(SELECT.length), Object.values(own)]
}

const inSegment = (v: number) =>
  `p.id in (select m.profile_id from engage_segment g join engage_membership m on m.segment_no = g.no where g.deleted_at is null and g.id = any(:v${v}::text[]))`

describe("one condition", () => {
  const day = "::date::timestamp at time zone :zone"
  const next = "(:v1::date + 1)::timestamp at time zone :zone"
  const cases: [string, Condition, string, unknown[]][] = [
    [
      "text in",
      is("city", "in", ["York ", "BATH"]),
      "lower(p.city) = any(:v1::text[])",
      [["york", "bath"]],
    ],
    [
      "text not in",
      is("city", "not_in", ["York"]),
      "(p.city is null or not lower(p.city) = any(:v1::text[]))",
      [["york"]],
    ],
    ["folded text", is("country", "in", ["DE"]), "p.country = any(:v1::text[])", [["de"]]],
    ["contains", is("city", "contains", "50%_\\"), "lower(p.city) like :v1", ["%50\\%\\_\\\\%"]],
    [
      "not contains",
      is("city", "not_contains", "a"),
      "(p.city is null or lower(p.city) not like :v1)",
      ["%a%"],
    ],
    ["starts with", is("city", "starts_with", "Y"), "lower(p.city) like :v1", ["y%"]],
    ["ends with", is("city", "ends_with", "k"), "lower(p.city) like :v1", ["%k"]],
    ["text empty", is("city", "empty"), "coalesce(p.city, '') = ''", []],
    ["text known", is("city", "not_empty"), "p.city <> ''", []],
    ["number =", is("orders", "eq", 3), "p.orders = :v1::bigint", [3]],
    ["number = a decimal", is("orders", "eq", 2.5), "p.orders = :v1::numeric", [2.5]],
    ["age ≥ by the birthday", is("age", "gte", 30), `p.birthday <= ${yearsAgo(1)}`, [30]],
    ["age > by the birthday", is("age", "gt", 30), `p.birthday <= ${yearsAgo(1)}`, [31]],
    ["age < by the birthday", is("age", "lt", 30), `p.birthday > ${yearsAgo(1)}`, [30]],
    ["age ≤ by the birthday", is("age", "lte", 30), `p.birthday > ${yearsAgo(1)}`, [31]],
    [
      "age = by the birthday",
      is("age", "eq", 30),
      `(p.birthday <= ${yearsAgo(1)} and p.birthday > ${yearsAgo(2)})`,
      [30, 31],
    ],
    [
      "age between by the birthday",
      is("age", "between", [18, 29]),
      `(p.birthday <= ${yearsAgo(1)} and p.birthday > ${yearsAgo(2)})`,
      [18, 30],
    ],
    ["age beyond all bounds", is("age", "lt", 1e9), `${AGE} < :v1::bigint`, [1e9]],
    ["age ≠", is("age", "neq", 30), `(${AGE} is null or ${AGE} <> :v1::bigint)`, [30]],
    ["number ≠, never unknown", is("orders", "neq", 3), "(p.orders <> :v1::bigint)", [3]],
    [
      "number ≠, may be unknown",
      is("aov", "neq", 3),
      "(p.aov is null or p.aov <> :v1::bigint)",
      [3],
    ],
    [
      "number between",
      is("orders", "between", [1, 2]),
      "p.orders between :v1::bigint and :v2::bigint",
      [1, 2],
    ],
    ["yes", is("has_account", "is_true"), "p.has_account", []],
    ["no", is("has_account", "is_false"), "not p.has_account", []],
    ["consent bit of e-mail", is("consent.email", "is_true"), "(p.subscribed & 1 > 0)", []],
    ["consent bit of SMS", is("consent.sms", "is_true"), "(p.subscribed & 2 > 0)", []],
    [
      "in the last days",
      is("last_order_at", "within_last", 30),
      "(p.last_order_at >= :v1::timestamptz and p.last_order_at <= :now::timestamptz)",
      [AGO(30)],
    ],
    [
      "not in the last days, never counts",
      is("last_order_at", "not_within_last", 30),
      "(p.last_order_at is null or p.last_order_at < :v1::timestamptz)",
      [AGO(30)],
    ],
    [
      "on a day",
      is("last_order_at", "on", "2026-01-31"),
      `(p.last_order_at >= :v1${day} and p.last_order_at < ${next})`,
      ["2026-01-31"],
    ],
    [
      "before a day",
      is("last_order_at", "before", "2026-01-31"),
      `p.last_order_at < :v1${day}`,
      ["2026-01-31"],
    ],
    [
      "after a day",
      is("last_order_at", "after", "2026-01-31"),
      `p.last_order_at >= ${next}`,
      ["2026-01-31"],
    ],
    [
      "list: any, all and none of",
      is("segment", "all_of", ["a", "b"]),
      `(${inSegment(1)} and ${inSegment(2)})`,
      [["a"], ["b"]],
    ],
    ["matches a pattern", is("city", "matches", "N*_k"), "lower(p.city) like :v1", ["n%\\_k"]],
    [
      "top share of buyers",
      is("revenue", "top", 0.1),
      "(p.orders > 0 and p.revenue >= (select percentile_disc(1 - :v1::float8) within group (order by p.revenue) from engage_profile p where p.removed_at is null and p.orders > 0))",
      [0.1],
    ],
    [
      "bottom share of buyers",
      is("orders", "bottom", 0.5),
      "(p.orders > 0 and p.orders <= (select percentile_disc(:v1::float8) within group (order by p.orders) from engage_profile p where p.removed_at is null and p.orders > 0))",
      [0.5],
    ],
    [
      "day of the year",
      is("birthday", "day_month", "02-29"),
      "to_char(p.birthday, 'MM-DD') = :v1",
      ["02-29"],
    ],
    [
      "day of the week, in the shop's zone",
      is("last_order_at", "weekday", ["1", "7"]),
      "extract(isodow from (p.last_order_at at time zone :zone)::date) = any(:v1::int[])",
      [[1, 7]],
    ],
    [
      "month",
      is("birthday", "month", ["2"]),
      "extract(month from p.birthday) = any(:v1::int[])",
      [[2]],
    ],
    [
      "another attribute, both instants",
      is("last_order_at", "after_attribute", "registered_at"),
      "p.last_order_at > p.registered_at",
      [],
    ],
    [
      "another attribute, as days where one knows no time",
      is("birthday", "before_attribute", "registered_at"),
      "p.birthday < (p.registered_at at time zone :zone)::date",
      [],
    ],
    [
      "birthday before",
      is("birthday", "before", "1990-01-01"),
      "p.birthday < :v1::date",
      ["1990-01-01"],
    ],
  ]
  it.each(cases)("%s", (_name, condition, sql, params) => {
    expect(compiled(condition)).toEqual([sql, params])
  })
})

describe("groups", () => {
  it("join and, or and not as they are nested", () => {
    const a = is("orders", "gte", 1)
    const b = is("has_account", "is_true")
    const c = is("orders", "eq", 9)
    expect(compiled(a, { type: "group", op: "or", not: true, children: [b, c] })).toEqual([
      "(p.orders >= :v1::bigint and not coalesce((p.has_account or p.orders = :v2::bigint), false))",
      [1, 9],
    ])
  })

  it("leave out what is disabled, complete or not", () => {
    const off = { ...is("city", "in", []), disabled: true }
    expect(compiled(off, is("orders", "eq", 0))).toEqual(["p.orders = :v1::bigint", [0]])
  })
})

describe("orders and products", () => {
  const lines = "engage_purchase u join engage_purchase_line l on l.purchase_id = u.id"
  const product = is("product", "in", ["prod_1"])
  const ofProduct = "l.product_no in (select id from engage_product where product_id = any(:v"
  const cases: [string, HasCondition, string, unknown[]][] = [
    ["orders ever is a column", has({ value: 2 }), "p.orders >= :v1::bigint", [2]],
    [
      "k orders in N days is the k-th latest",
      has({ value: 3, within: { kind: "last", days: 180 } }),
      "p.last_orders[3] >= :v1::timestamptz",
      [AGO(180)],
    ],
    [
      "more orders than are kept are counted",
      has({ value: 11, within: { kind: "last", days: 180 } }),
      "p.id in (select u.profile_id from engage_purchase u where u.counted and u.placed_at >= :v1::timestamptz group by u.profile_id having count(*) >= :v2::bigint)",
      [AGO(180), 11],
    ],
    [
      "fewer than k orders in a period includes people without any",
      has({ operator: "lt", value: 2, within: { kind: "between", from: "2026-01-01", to: null } }),
      "p.id not in (select u.profile_id from engage_purchase u where u.counted and u.placed_at >= :v1::date::timestamp at time zone :zone group by u.profile_id having not coalesce(count(*) < :v2::bigint, false))",
      ["2026-01-01", 2],
    ],
    [
      "a sum with conditions",
      has({
        where: [is("purchase.total", "gte", 5000)],
        measure: { fn: "sum", attribute: "purchase.total" },
        value: 20000,
      }),
      "p.id in (select u.profile_id from engage_purchase u where u.counted and u.net_base >= :v1::bigint group by u.profile_id having coalesce(sum(u.net_base::float8), 0) >= :v2::bigint)",
      [5000, 20000],
    ],
    [
      "bought is one look at who bought what",
      has({ collection: "products", where: [product] }),
      "p.id in (select b.profile_id from engage_profile_product b where b.product_no in (select id from engage_product where product_id = any(:v1::text[])))",
      [["prod_1"]],
    ],
    [
      "never bought",
      has({ collection: "products", where: [product], operator: "eq", value: 0 }),
      "p.id not in (select b.profile_id from engage_profile_product b where b.product_no in (select id from engage_product where product_id = any(:v1::text[])))",
      [["prod_1"]],
    ],
    [
      "bought in a calendar period is looked up in the lines",
      has({
        collection: "products",
        where: [product],
        within: { kind: "between", from: null, to: "2026-01-31" },
      }),
      `p.id in (select u.profile_id from ${lines} where u.counted and l.quantity > 0 and u.placed_at < (:v1::date + 1)::timestamp at time zone :zone and coalesce(${ofProduct}2::text[])), false)`,
      ["2026-01-31", ["prod_1"]],
    ],
  ]
  it.each(cases)("%s", (_name, condition, sql, params) => {
    const [text, values] = compiled(condition)
    expect([text.replace(/\)+$/, ""), values]).toEqual([sql.replace(/\)+$/, ""), params])
    expect(balanced(text)).toBe(true)
  })
})

describe("any rule", () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.constant("2026-01-31")
  )
  const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))
  const keys = REGISTRY.attributes.map((a) => a.key)
  const condition = fc.record({
    type: fc.constant("condition" as const),
    attribute: fc.oneof(fc.constantFrom(...keys), fc.string()),
    operator: fc.constantFrom(...OPERATORS),
    value,
    disabled: fc.boolean(),
  })
  const group = fc.record({
    type: fc.constant("group" as const),
    op: fc.constantFrom("and" as const, "or" as const),
    not: fc.boolean(),
    children: fc.array(condition, { maxLength: 4 }),
  })
  const rules = fc.record({
    version: fc.constant(1 as const),
    root: fc.record({
      type: fc.constant("group" as const),
      op: fc.constantFrom("and" as const, "or" as const),
      children: fc.array(fc.oneof(condition, group), { maxLength: 4 }),
    }),
  })

  it("compiles when it has no problems and is refused when it has, and no value of it becomes SQL", () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const broken = checkRules(rule as Rules, SEGMENT_REGISTRY).length > 0
        if (broken) {
          expect(() => compileRules(rule as Rules, REGISTRY, CONTEXT)).toThrow(/^rules\./)
          return
        }
        const { sql, params } = compileRules(rule as Rules, REGISTRY, CONTEXT)
        expect(balanced(sql)).toBe(true)
        const used = [...sql.matchAll(/(?<!:):([a-z]\w*)/g)].map((m) => m[1])
        expect(used.filter((name) => !(name in params))).toEqual([])
        // The text is the same whatever the values are: they travel apart.
        const again = compileRules(JSON.parse(JSON.stringify(rule, otherValues)), REGISTRY, CONTEXT)
        expect(again.sql).toBe(sql)
      }),
      { numRuns: 500 }
    )
  })

  it("every template is complete and says what it means", () => {
    for (const { rules: template, name } of SEGMENT_TEMPLATES) {
      expect([name, checkRules(template, SEGMENT_REGISTRY)]).toEqual([name, []])
    }
    const wording = {
      money: (minor: number) => `€${minor / 100}`,
      names: new Map([["prod_1", "Mug"]]),
    }
    const sentence = (...nodes: RuleNode[]) =>
      describeRules(all(...nodes), SEGMENT_REGISTRY, wording)
    expect(sentence(has({ value: 3, within: { kind: "last", days: 180 } }))).toBe(
      "Everybody whose number of orders in the last 180 days is at least 3."
    )
    expect(
      sentence(
        has({
          collection: "products",
          where: [is("product", "in", ["prod_1"])],
          operator: "eq",
          value: 0,
        })
      )
    ).toBe("Everybody whose number of orders with the product where product is Mug is 0.")
    expect(sentence(is("revenue", "between", [1000, 2000]))).toBe(
      "Everybody whose revenue is between €10 and €20."
    )
    expect(sentence()).toBe("Nobody yet: add a condition.")
  })
})

describe("what keeps a rule from being used", () => {
  it.each(OPERATORS.filter((o) => ARITY[o] !== "none"))("a missing value of %s", (operator) => {
    const attribute = REGISTRY.attributes.find((a) => a.operators.includes(operator))!
    const [problem] = checkRules(all(is(attribute.key, operator)), SEGMENT_REGISTRY)
    expect(problem.path).toBe("root.children.0.value")
  })

  it("too deep, too many, upside down, impossible days", () => {
    let deep: RuleNode = is("orders", "eq", 1)
    for (let i = 0; i < 12; i++) deep = { type: "group", op: "and", children: [deep] }
    expect(checkRules(all(deep), SEGMENT_REGISTRY)[0].message).toMatch(/nested at most 10/)
    const many = Array.from({ length: 201 }, () => is("orders", "eq", 1))
    expect(checkRules(all(...many), SEGMENT_REGISTRY)[0].message).toMatch(/at most 200/)
    expect(checkRules(all(is("orders", "between", [2, 1])), SEGMENT_REGISTRY)[0].message).toMatch(
      /must not be above/
    )
    for (const day of ["1990-02-30", "0000-01-01"])
      expect(checkRules(all(is("birthday", "on", day)), SEGMENT_REGISTRY)[0].message).toMatch(
        /YYYY-MM-DD/
      )
    expect(checkRules(all(is("revenue", "gte", 10.5)), SEGMENT_REGISTRY)[0].message).toMatch(
      /minor units/
    )
  })
})

function balanced(sql: string): boolean {
  let open = 0
  for (const char of sql) {
    if (char === "(") open += 1
    if (char === ")" && --open < 0) return false
  }
  return open === 0
}

/** Another value of the same shape: text for text, number for number; values that choose the SQL stay. */
function otherValues(this: { operator?: string }, key: string, value: unknown): unknown {
  // The value of a comparison with another attribute names a column, not a value.
  if (key !== "value" || typeof value !== "string" || this.operator?.endsWith("_attribute"))
    return value
  return /^\d{4}-/.test(value) ? value : `${value}x`
}
