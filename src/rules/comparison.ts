import type { Operator, RuleValue } from "./ast"
import type { Attribute } from "./definitions"

/** Adds a value to the statement and returns its place in the SQL. */
export type Params = (value: unknown) => string

type Compared = Pick<Attribute, "sql" | "kind" | "nullable" | "folded" | "anyOf">

const SYMBOL: Partial<Record<Operator, string>> = {
  eq: "=",
  neq: "<>",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
}

/**
 * One comparison as SQL. Negative operators ("is not one of", "does not contain", "not in the last N days") are true for
 * people without a value; all others are not.
 */
export function comparison(
  attribute: Compared,
  operator: Operator,
  value: RuleValue | undefined,
  param: Params
): string {
  const { sql } = attribute
  switch (operator) {
    case "empty":
      return attribute.kind === "text" ? `coalesce(${sql}, '') = ''` : `${sql} is null`
    case "not_empty":
      return attribute.kind === "text" ? `${sql} <> ''` : `${sql} is not null`
    case "is_true":
      return sql
    case "is_false":
      return `not ${sql}`
  }
  if (attribute.kind === "text") return textComparison(attribute, operator, value, param)
  if (attribute.kind === "timestamp" || attribute.kind === "date")
    return dateComparison(attribute, operator, value, param)
  return numberComparison(attribute, operator, value, param)
}

function textComparison(
  attribute: Compared,
  operator: Operator,
  value: RuleValue | undefined,
  param: Params
): string {
  const folded = attribute.folded ? attribute.sql : `lower(${attribute.sql})`
  switch (operator) {
    case "in":
    case "not_in": {
      const list = attribute.anyOf
        ? attribute.anyOf(`${param(value)}::text[]`)
        : `${folded} = any(${param((value as string[]).map((v) => v.trim().toLowerCase()))}::text[])`
      return operator === "in" ? list : orUnknown(attribute, `not ${list}`)
    }
    case "contains":
      return `${folded} like ${param(`%${literal(value)}%`)}`
    case "not_contains":
      return orUnknown(attribute, `${folded} not like ${param(`%${literal(value)}%`)}`)
    case "starts_with":
      return `${folded} like ${param(`${literal(value)}%`)}`
    default:
      return `${folded} like ${param(`%${literal(value)}`)}`
  }
}

function numberComparison(
  attribute: Compared,
  operator: Operator,
  value: RuleValue | undefined,
  param: Params
): string {
  const { sql } = attribute
  if (operator === "between") {
    const [low, high] = value as number[]
    return `${sql} between ${param(low)}::numeric and ${param(high)}::numeric`
  }
  const compared = `${sql} ${SYMBOL[operator]} ${param(value)}::numeric`
  return operator === "neq" ? orUnknown(attribute, compared) : compared
}

function dateComparison(
  attribute: Compared,
  operator: Operator,
  value: RuleValue | undefined,
  param: Params
): string {
  const { sql, kind } = attribute
  const today =
    kind === "date" ? `(:now::timestamptz at time zone :zone)::date` : `:now::timestamptz`
  const start = (day: string) =>
    kind === "date" ? `${day}::date` : `${day}::date::timestamp at time zone :zone`
  const next = (day: string) =>
    kind === "date" ? `${day}::date + 1` : `(${day}::date + 1)::timestamp at time zone :zone`
  const days = () =>
    kind === "date" ? `${param(value)}::int` : `make_interval(days => ${param(value)}::int)`
  switch (operator) {
    case "within_last":
      return `(${sql} >= ${today} - ${days()} and ${sql} <= ${today})`
    case "not_within_last":
      return orUnknown(attribute, `${sql} < ${today} - ${days()}`)
    case "within_next":
      return `(${sql} >= ${today} and ${sql} <= ${today} + ${days()})`
    case "before":
      return `${sql} < ${start(param(value))}`
    case "after":
      return `${sql} >= ${next(param(value))}`
    case "on": {
      const day = param(value)
      return `(${sql} >= ${start(day)} and ${sql} < ${next(day)})`
    }
    default: {
      const [from, to] = (value as string[]).map(param)
      return `(${sql} >= ${start(from)} and ${sql} < ${next(to)})`
    }
  }
}

function orUnknown(attribute: Compared, sql: string): string {
  return attribute.nullable ? `(${attribute.sql} is null or ${sql})` : `(${sql})`
}

/** Text as it stands inside a `like` pattern. */
function literal(value: RuleValue | undefined): string {
  return String(value)
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")
}
