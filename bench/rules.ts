/** Rules as the builder makes them. */
import type { Condition, HasCondition, RuleNode, Rules } from "../src/rules/ast"

/** Rules that ask for all of these. */
export const all = (...children: RuleNode[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})
export const is = (
  attribute: string,
  operator: Condition["operator"],
  value?: Condition["value"]
): Condition => ({ type: "condition", attribute, operator, value })
/** A number of purchases, if nothing else is said. */
export const has = (part: Partial<HasCondition>): HasCondition => ({
  type: "has",
  collection: "purchases",
  where: [],
  within: { kind: "ever" },
  measure: { fn: "count" },
  operator: "gte",
  value: 1,
  ...part,
})
