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

export type RuleNode = RuleGroup | Condition | HasCondition | SequenceCondition

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
  /** Whether people without any such fact match too; of use where the measure has no value then. */
  orNever?: boolean
  disabled?: boolean
}

/**
 * One fact followed by another of the same person, or by none, within some days: "bought A, then not B within 30 days".
 * Where nothing must follow, the days must be over: nobody matches before it is decided.
 */
export type SequenceCondition = {
  type: "sequence"
  first: FactPattern
  /** When the first fact happened. */
  within: Period
  followed: boolean
  /** Days after the first fact in which the second counts; `null` is not filled in yet. */
  days: number | null
  then: FactPattern
  disabled?: boolean
}

/** Facts of a collection that meet all conditions. */
export type FactPattern = { collection: string; where: Condition[] }

/** What a measure does with the facts; `days_since` is the number of calendar days since the latest of them. */
export const MEASURES = ["count", "sum", "avg", "min", "max", "days_since"] as const
export type MeasureFn = (typeof MEASURES)[number]

/** `attribute` names what is added up; a count needs none. */
export type Measure = { fn: MeasureFn; attribute?: string }

/** Days are 24-hour steps back from now; dates are calendar days of the shop's time zone, both ends included. */
export type Period =
  | { kind: "ever" }
  | { kind: "last"; days: number | null }
  | { kind: "between"; from: string | null; to: string | null }

/**
 * `between` takes two values, `in` and its like a list, `within_last` and its like a number of days, `top` and `bottom` a
 * share, `day_month` MM-DD, and operators that end in `_attribute` the key of another attribute.
 */
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
  "matches",
  "any_of",
  "all_of",
  "none_of",
  "on",
  "before",
  "after",
  "within_last",
  "not_within_last",
  "within_next",
  "anniversary_within_next",
  "anniversary_within_last",
  "day_month",
  "month",
  "weekday",
  "before_attribute",
  "after_attribute",
  "gt_attribute",
  "lt_attribute",
  "top",
  "bottom",
  "is_true",
  "is_false",
  "empty",
  "not_empty",
] as const
export type Operator = (typeof OPERATORS)[number]

/** How many values an operator takes. */
export type Arity =
  | "none"
  | "one"
  | "two"
  | "many"
  | "days"
  | "attribute"
  | "share"
  | "day_month"
  | "month"
  | "weekday"

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
  matches: "one",
  any_of: "many",
  all_of: "many",
  none_of: "many",
  on: "one",
  before: "one",
  after: "one",
  within_last: "days",
  not_within_last: "days",
  within_next: "days",
  anniversary_within_next: "days",
  anniversary_within_last: "days",
  day_month: "day_month",
  month: "month",
  weekday: "weekday",
  before_attribute: "attribute",
  after_attribute: "attribute",
  gt_attribute: "attribute",
  lt_attribute: "attribute",
  top: "share",
  bottom: "share",
  is_true: "none",
  is_false: "none",
  empty: "none",
  not_empty: "none",
}

/** What a value of an attribute is. Money is minor units of the shop's currency; a share is 0 to 1; of a list a person has any number. */
export type ValueType =
  "string" | "number" | "money" | "share" | "date" | "boolean" | "enum" | "list"

export const OPERATORS_OF: Record<ValueType, readonly Operator[]> = {
  string: [
    "in",
    "not_in",
    "contains",
    "not_contains",
    "starts_with",
    "ends_with",
    "matches",
    "empty",
    "not_empty",
  ],
  number: [
    "eq",
    "neq",
    "gte",
    "gt",
    "lte",
    "lt",
    "between",
    "gt_attribute",
    "lt_attribute",
    "empty",
    "not_empty",
  ],
  money: [
    "gte",
    "gt",
    "lte",
    "lt",
    "between",
    "eq",
    "neq",
    "gt_attribute",
    "lt_attribute",
    "empty",
    "not_empty",
  ],
  share: ["gte", "gt", "lte", "lt", "between", "empty", "not_empty"],
  date: [
    "within_last",
    "not_within_last",
    "within_next",
    "on",
    "before",
    "after",
    "between",
    "anniversary_within_next",
    "anniversary_within_last",
    "day_month",
    "month",
    "weekday",
    "before_attribute",
    "after_attribute",
    "empty",
    "not_empty",
  ],
  boolean: ["is_true", "is_false"],
  enum: ["in", "not_in", "empty", "not_empty"],
  list: ["any_of", "all_of", "none_of"],
}

/** Operators that say something of a person beside all others. They are offered where an attribute is ranked. */
export const RANKING: readonly Operator[] = ["top", "bottom"]

/** Operators whose answer time alone can change. */
export const RELATIVE_TO_NOW: readonly Operator[] = [
  "within_last",
  "not_within_last",
  "within_next",
  "anniversary_within_next",
  "anniversary_within_last",
]

/** The operators a measure can be compared with: it always stands for itself and always has a value. */
export function measureOperators(type: ValueType): readonly Operator[] {
  return OPERATORS_OF[type].filter((o) => !o.endsWith("empty") && !o.endsWith("_attribute"))
}

/** A rule that matches nobody because nothing has been said yet. */
export const EMPTY_RULES: Rules = { version: 1, root: { type: "group", op: "and", children: [] } }
