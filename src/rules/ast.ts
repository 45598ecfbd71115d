/**
 * The stored form of a rule: plain JSON, versioned. Everything that reads a rule (compiler, evaluator, sentence, builder)
 * reads these nodes and nothing else.
 */
export type Rules = { version: 1; root: RuleGroup }

/** `not` turns the whole group around. A disabled child is kept but counts as if it were not there. */
export type RuleGroup = {
  type: "group"
  op: "and" | "or"
  not?: boolean
  disabled?: boolean
  children: RuleNode[]
}

export type RuleNode = RuleGroup | Condition | HasCondition

/** One attribute compared with a value, e.g. country is one of [de, fr]. */
export type Condition = {
  type: "condition"
  attribute: string
  operator: Operator
  value?: RuleValue
  disabled?: boolean
}

/**
 * A measure over many facts of the person compared with a value, e.g. "orders where total ≥ 50 in the last 180 days:
 * count ≥ 3". Without facts a count or sum is 0, so "count = 0" means "has none".
 */
export type HasCondition = {
  type: "has"
  collection: string
  /** Which facts are meant; all must hold. */
  where: Condition[]
  within: Period
  measure: Measure
  operator: Operator
  value?: RuleValue
  disabled?: boolean
}

/** `attribute` names what is added up; a count needs none. */
export type Measure = { fn: "count" | "sum" | "avg" | "min" | "max"; attribute?: string }

/** Days are 24-hour steps back from now; dates are calendar days of the shop's time zone, both ends included. */
export type Period =
  | { kind: "ever" }
  | { kind: "last"; days: number | null }
  | { kind: "between"; from: string | null; to: string | null }

/** `between` takes two values, `in` and `not_in` a list, `within_last` and `within_next` a number of days. */
export type RuleValue = string | number | boolean | null | (string | number | null)[]

export const OPERATORS = [
  "eq",
  "neq",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "in",
  "not_in",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
  "on",
  "before",
  "after",
  "within_last",
  "not_within_last",
  "within_next",
  "is_true",
  "is_false",
  "empty",
  "not_empty",
] as const
export type Operator = (typeof OPERATORS)[number]

/** How many values an operator takes. */
export type Arity = "none" | "one" | "two" | "many" | "days"

export const ARITY: Record<Operator, Arity> = {
  eq: "one",
  neq: "one",
  gt: "one",
  gte: "one",
  lt: "one",
  lte: "one",
  between: "two",
  in: "many",
  not_in: "many",
  contains: "one",
  not_contains: "one",
  starts_with: "one",
  ends_with: "one",
  on: "one",
  before: "one",
  after: "one",
  within_last: "days",
  not_within_last: "days",
  within_next: "days",
  is_true: "none",
  is_false: "none",
  empty: "none",
  not_empty: "none",
}

/** What a value of an attribute is. Money is minor units of the shop's currency; a share is 0 to 1. */
export type ValueType = "string" | "number" | "money" | "share" | "date" | "boolean" | "enum"

export const OPERATORS_OF: Record<ValueType, readonly Operator[]> = {
  string: [
    "in",
    "not_in",
    "contains",
    "not_contains",
    "starts_with",
    "ends_with",
    "empty",
    "not_empty",
  ],
  number: ["eq", "neq", "gte", "gt", "lte", "lt", "between", "empty", "not_empty"],
  money: ["gte", "gt", "lte", "lt", "between", "eq", "neq", "empty", "not_empty"],
  share: ["gte", "gt", "lte", "lt", "between", "empty", "not_empty"],
  date: [
    "within_last",
    "not_within_last",
    "within_next",
    "on",
    "before",
    "after",
    "between",
    "empty",
    "not_empty",
  ],
  boolean: ["is_true", "is_false"],
  enum: ["in", "not_in", "empty", "not_empty"],
}

/** A rule that matches nobody because nothing has been said yet. */
export const EMPTY_RULES: Rules = { version: 1, root: { type: "group", op: "and", children: [] } }
