import { ARITY, type Operator, type RuleValue, type ValueType } from "./ast"
import type { AttributeInfo } from "./describe"

const MAX_VALUES = 1_000
const MAX_TEXT = 500
const MAX_DAYS = 36_500
/** The ISO calendar has a year 0, Postgres has none. */
const DAY = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** What is wrong with the value of a comparison, in words for who builds the rule. */
export function valueProblem(
  operator: Operator,
  value: RuleValue | undefined,
  type: ValueType,
  attribute?: AttributeInfo
): string | undefined {
  switch (ARITY[operator]) {
    case "none":
      return undefined
    case "days":
      return isDays(value) ? undefined : "Enter a number of days"
    case "one":
      return scalarProblem(value, type)
    case "two": {
      if (!Array.isArray(value) || value.length !== 2) return "Enter both ends of the range"
      const problem = scalarProblem(value[0], type) ?? scalarProblem(value[1], type)
      if (problem) return problem
      return value[0]! > value[1]! ? "The first value must not be above the second" : undefined
    }
    case "many":
      return listProblem(value, attribute)
    case "attribute":
      return undefined
    case "share":
      return typeof value === "number" && value > 0 && value <= 1
        ? undefined
        : "Enter a percentage above 0 and up to 100"
    case "day_month":
      return isDay(`2000-${String(value)}`) ? undefined : "Choose a day and a month"
    case "month":
      return partProblem(value, 12, "Choose at least one month")
    case "weekday":
      return partProblem(value, 7, "Choose at least one day of the week")
  }
}

function listProblem(value: RuleValue | undefined, attribute?: AttributeInfo): string | undefined {
  if (!Array.isArray(value) || !value.length) return "Choose at least one value"
  if (value.length > MAX_VALUES)
    return `At most ${MAX_VALUES} values fit in one condition; use an audience for more`
  if (!value.every((v) => typeof v === "string" && v.trim() && v.length <= MAX_TEXT)) {
    return `Each value must be text of 1 to ${MAX_TEXT} characters`
  }
  const known = attribute?.options?.map((o) => o.value)
  const unknown = known && value.find((v) => !known.includes(v as string))
  return unknown === undefined ? undefined : `"${unknown}" is not one of the values`
}

/** Months are 1 to 12, days of the week 1 (Monday) to 7, both as text. */
function partProblem(
  value: RuleValue | undefined,
  highest: number,
  message: string
): string | undefined {
  const known = Array.from({ length: highest }, (_, i) => String(i + 1))
  const list = Array.isArray(value) ? value : []
  return list.length && list.every((v) => known.includes(v as string)) ? undefined : message
}

function scalarProblem(value: unknown, type: ValueType): string | undefined {
  if (value === null || value === undefined || value === "") return "Enter a value"
  if (type === "date") return isDay(value) ? undefined : "Enter a date as YYYY-MM-DD"
  if (type === "string" || type === "enum") {
    return typeof value === "string" && value.length <= MAX_TEXT
      ? undefined
      : `Enter text of at most ${MAX_TEXT} characters`
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return "Enter a number"
  if (type === "money" && !Number.isInteger(value))
    return "Enter the amount in minor units, without a fraction"
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? undefined : "The number is too large"
}

/** Whether it is a number of days that a rule may name. */
export function isDays(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_DAYS
}

/** Whether it is a day that there is, as YYYY-MM-DD. */
export function isDay(value: unknown): boolean {
  if (typeof value !== "string" || !DAY.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}
