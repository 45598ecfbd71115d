import type { HasCondition } from "./ast"

/** Whether a condition only asks for at least one fact. */
export function isPresence({ measure, operator, value, orNever }: HasCondition): boolean {
  return (
    !orNever &&
    measure.fn === "count" &&
    ((operator === "gte" && value === 1) || (operator === "gt" && value === 0))
  )
}

/** Whether a condition only asks for no fact at all. */
export function isAbsence({ measure, operator, value }: HasCondition): boolean {
  if (measure.fn !== "count") return false
  return (
    ((operator === "eq" || operator === "lte") && value === 0) || (operator === "lt" && value === 1)
  )
}

/** Whether people without any such fact match: 0 satisfies the comparison, or the rule says so. */
export function holdsForNone({ measure, operator, value, orNever }: HasCondition): boolean {
  if (orNever) return true
  if (measure.fn !== "count" && measure.fn !== "sum") return false
  const [first, second] = (Array.isArray(value) ? value : [value, value]) as number[]
  switch (operator) {
    case "eq":
      return first === 0
    case "neq":
      return first !== 0
    case "gt":
      return first < 0
    case "gte":
      return first <= 0
    case "lt":
      return first > 0
    case "lte":
      return first >= 0
    case "between":
      return first <= 0 && second >= 0
    default:
      return false
  }
}
