import type { Condition, Rules } from "./ast"

/** The rule that somebody has a fact of a collection on which some conditions hold. */
export function hasFact(collection: string, where: Condition[]): Rules {
  const measure = { fn: "count" as const }
  const within = { kind: "ever" as const }
  return {
    version: 1,
    root: {
      type: "group",
      op: "and",
      children: [{ type: "has", collection, where, within, measure, operator: "gte", value: 1 }],
    },
  }
}
