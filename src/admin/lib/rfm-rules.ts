import type { Condition, HasCondition, Measure, RuleNode, Rules } from "../../rules/ast"
import type { RfmGroup } from "../../types/profile"
import { type RfmCell, type RfmReport, asksForCarried } from "../../types/rfm"

/** Which two scores a grid shows: rows and columns. */
export type RfmAxes = "rf" | "rm" | "fm"
export type Score = "r" | "f" | "m"

const RANGE = { r: "days", f: "orders", m: "value" } as const
const MEASURE: Record<Score, Measure> = {
  r: { fn: "days_since" },
  f: { fn: "count" },
  m: { fn: "sum", attribute: "purchase.total" },
}

const inSegment = (base: string | null): Condition[] =>
  base ? [{ type: "condition", attribute: "segment", operator: "any_of", value: [base] }] : []

const all = (children: RuleNode[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})

/** From the least to the most that anybody with a score has, in days, orders or minor units. */
export function rangeOf(cells: RfmCell[], score: Score, value: number): [number, number] | null {
  const ranges = cells.flatMap((cell) => (cell[score] === value ? [cell[RANGE[score]]] : []))
  const known = ranges.filter((range) => range !== null)
  if (!known.length) return null
  return [Math.min(...known.map(([from]) => from)), Math.max(...known.map(([, to]) => to))]
}

/** Whether the scores and groups of a report are those that every profile carries. */
export const isCarried = (report: RfmReport, base: string | null) =>
  asksForCarried({ ...report, segment_id: base })

/**
 * The rule that finds the people of a cell. Fifths over everybody are scores that every profile carries; anything else
 * is told by the ranges as they are now.
 */
export function cellRules(
  report: RfmReport,
  scores: Partial<Record<Score, number>>,
  base: string | null
): Rules {
  const carried = isCarried(report, base)
  const nodes = (Object.entries(scores) as [Score, number][]).map(([score, value]): RuleNode => {
    if (carried) return { type: "condition", attribute: score, operator: "eq", value }
    const node: HasCondition = {
      type: "has",
      collection: "purchases",
      where: [],
      within: { kind: "last", days: report.window_days },
      measure: MEASURE[score],
      operator: "between",
      value: rangeOf(report.cells, score, value) ?? [0, 0],
    }
    return node
  })
  return all([...nodes, ...inSegment(base)])
}

/** The rule that finds the people of a named group. */
export function groupRules(group: RfmGroup, base: string | null): Rules {
  const condition: Condition = {
    type: "condition",
    attribute: "rfm_group",
    operator: "in",
    value: [group],
  }
  return all([condition, ...inSegment(base)])
}

/** Where a new segment with a rule and a name is made. */
export const newSegmentHref = (rules: Rules, name: string) =>
  `/engage/segments/create?${new URLSearchParams({ name, rules: JSON.stringify(rules) }).toString()}`
