import type { ContextCondition } from "../../../../types/campaign-plan"

/** Whether all conditions hold of what let somebody in. What is not there is nothing, and not a number. */
export function holds(conditions: ContextCondition[], context: Record<string, unknown>): boolean {
  return conditions.every(({ key, operator, value }) => {
    const found = context[key]
    const text = found === undefined || found === null ? "" : String(found)
    switch (operator) {
      case "is":
        return text.toLowerCase() === value.toLowerCase()
      case "is_not":
        return text.toLowerCase() !== value.toLowerCase()
      case "contains":
        return text.toLowerCase().includes(value.toLowerCase())
      case "gte":
        return text !== "" && Number(text) >= Number(value)
      case "lte":
        return text !== "" && Number(text) <= Number(value)
    }
  })
}
