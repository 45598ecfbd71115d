import type { Operator, RuleValue } from "./ast"
import type { Attribute } from "./definitions"

/** Adds a value to the statement and returns its place in the SQL. */
export type Params = ((value: unknown) => string) & { now?: Date }

const DAY_MS = 86_400_000

/**
 * The instant so many times 24 hours before now. Computed here where now is known: Postgres would subtract the days anew for
 * every row, since that depends on the session's time zone, and could not estimate how many rows there are.
 */
export function instantAgo(param: Params, days: number): string {
  const { now } = param
  if (!now) return `:now::timestamptz - make_interval(days => ${param(days)}::int)`
  return `${param(new Date(now.getTime() - days * DAY_MS))}::timestamptz`
}

type Compared = Pick<
  Attribute,
  "sql" | "kind" | "nullable" | "folded" | "anyOf" | "ranked" | "yearsSince"
>

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
    case "any_of":
      return attribute.anyOf!(`${param(value)}::text[]`)
    case "none_of":
      return `not ${attribute.anyOf!(`${param(value)}::text[]`)}`
    case "all_of": {
      const each = (value as string[]).map((v) => attribute.anyOf!(`${param([v])}::text[]`))
      return each.length === 1 ? each[0] : `(${each.join(" and ")})`
    }
    case "top":
    case "bottom":
      return ranking(attribute, operator, param(value))
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
    case "matches":
      return `${folded} like ${param(literal(value).replaceAll("*", "%"))}`
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
  const { sql, yearsSince } = attribute
  const years = yearsSince && yearsComparison(yearsSince, operator, value, param)
  if (years) return years
  // A column of whole numbers is compared with a whole number as it is; with a decimal each of its values has to become
  // one first.
  const number = (one: unknown) =>
    `${param(one)}::${Number.isSafeInteger(one) ? "bigint" : "numeric"}`
  if (operator === "between") {
    const [low, high] = value as number[]
    return `${sql} between ${number(low)} and ${number(high)}`
  }
  const compared = `${sql} ${SYMBOL[operator]} ${number(value)}`
  return operator === "neq" ? orUnknown(attribute, compared) : compared
}

/** Nobody is so old: further back a date can not be said. */
const MOST_YEARS = 1_000

/**
 * Full years since a day, compared by the day itself: the day on which somebody has so many years is worked out once and
 * not for everybody. @returns undefined for what cannot be said so
 */
function yearsComparison(
  day: string,
  operator: Operator,
  value: RuleValue | undefined,
  param: Params
): string | undefined {
  const [low, high] = [value].flat() as number[]
  if (![low, high ?? 0].every((one) => Number.isInteger(one) && one >= 0 && one < MOST_YEARS))
    return
  const atLeast = (years: number) => `${day} <= ${yearsAgo(years)}`
  const lessThan = (years: number) => `${day} > ${yearsAgo(years)}`
  const yearsAgo = (years: number) =>
    `(${TODAY} - make_interval(years => ${param(years)}::int))::date`
  switch (operator) {
    case "gte":
      return atLeast(low)
    case "gt":
      return atLeast(low + 1)
    case "lt":
      return lessThan(low)
    case "lte":
      return lessThan(low + 1)
    case "eq":
      return `(${atLeast(low)} and ${lessThan(low + 1)})`
    case "between":
      return `(${atLeast(low)} and ${lessThan(high + 1)})`
  }
}

function dateComparison(
  attribute: Compared,
  operator: Operator,
  value: RuleValue | undefined,
  param: Params
): string {
  if (CALENDAR.has(operator)) return calendarComparison(attribute, operator, value, param)
  const { sql, kind } = attribute
  const today =
    kind === "date" ? `(:now::timestamptz at time zone :zone)::date` : `:now::timestamptz`
  const start = (day: string) =>
    kind === "date" ? `${day}::date` : `${day}::date::timestamp at time zone :zone`
  const next = (day: string) =>
    kind === "date" ? `${day}::date + 1` : `(${day}::date + 1)::timestamp at time zone :zone`
  const days = () =>
    kind === "date" ? `${param(value)}::int` : `make_interval(days => ${param(value)}::int)`
  const ago = () => (kind === "date" ? `${today} - ${days()}` : instantAgo(param, value as number))
  switch (operator) {
    case "within_last":
      return `(${sql} >= ${ago()} and ${sql} <= ${today})`
    case "not_within_last":
      return orUnknown(attribute, `${sql} < ${ago()}`)
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

const CALENDAR = new Set<Operator>([
  "anniversary_within_next",
  "anniversary_within_last",
  "day_month",
  "month",
  "weekday",
])

const TODAY = `(:now::timestamptz at time zone :zone)::date`

/** An attribute's calendar day in the shop's time zone. */
export function dayOf({ sql, kind }: Pick<Attribute, "sql" | "kind">): string {
  return kind === "date" ? sql : `(${sql} at time zone :zone)::date`
}

/** What comes back every year or week. Who was born on 29 February has their day on the 28th in other years. */
function calendarComparison(
  attribute: Compared,
  operator: Operator,
  value: RuleValue | undefined,
  param: Params
): string {
  const day = dayOf(attribute)
  if (operator === "day_month") return `to_char(${day}, 'MM-DD') = ${param(value)}`
  if (operator === "month" || operator === "weekday") {
    const field = operator === "month" ? "month" : "isodow"
    return `extract(${field} from ${day}) = any(${param((value as string[]).map(Number))}::int[])`
  }
  const days = `${param(value)}::int`
  const next = operator === "anniversary_within_next"
  const range = next ? `${TODAY} and ${TODAY} + ${days}` : `${TODAY} - ${days} and ${TODAY}`
  const falls = (turn: number) => {
    const years = `extract(year from ${TODAY})::int - extract(year from ${day})::int${turn ? (turn > 0 ? " + 1" : " - 1") : ""}`
    const at = `(${day} + make_interval(years => ${years}))::date`
    return `(${at} > ${day} and ${at} between ${range})`
  }
  return `(${falls(0)} or ${falls(next ? 1 : -1)})`
}

/** Among the best or the last share of those who are ranked; who ties with the limit is in. */
function ranking({ sql, ranked }: Compared, operator: "top" | "bottom", share: string): string {
  const limit = (part: string) =>
    `(select percentile_disc(${part}) within group (order by ${sql}) from engage_profile p where p.removed_at is null and ${ranked})`
  return operator === "top"
    ? `(${ranked} and ${sql} >= ${limit(`1 - ${share}::float8`)})`
    : `(${ranked} and ${sql} <= ${limit(`${share}::float8`)})`
}

/**
 * One attribute compared with another of the same type. Where one of two dates knows no time of day, both are compared
 * as calendar days of the shop.
 */
export function attributeComparison(a: Compared, operator: Operator, b: Compared): string {
  const symbol = operator === "before_attribute" || operator === "lt_attribute" ? "<" : ">"
  const days = a.kind !== b.kind && (a.kind === "date" || b.kind === "date")
  return days ? `${dayOf(a)} ${symbol} ${dayOf(b)}` : `${a.sql} ${symbol} ${b.sql}`
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
