import { MedusaError } from "@medusajs/framework/utils"
import type { Rules } from "../../rules/ast"
import { conditionsOf } from "./names"

type Node = { id: string; name: string; rules: Rules }

const values = (rules: Rules, keys: string[]) =>
  conditionsOf(rules.root)
    .filter((condition) => keys.includes(condition.attribute) && !condition.disabled)
    .flatMap((condition) => (Array.isArray(condition.value) ? condition.value.map(String) : []))

/** The ids of the segments that a rule asks for. */
export const segmentsIn = (rules: Rules): string[] => values(rules, ["segment", "entry.segment"])

/** The ids of the audiences that a rule asks for. */
export const audiencesIn = (rules: Rules): string[] => values(rules, ["audience", "entry.audience"])

/** The segments so that each comes after those its rule asks for. */
export function inOrder<Segment extends Node>(segments: Segment[]): Segment[] {
  const ordered = new Set<Segment>()
  const visit = (segment: Segment, above: Segment[]) => {
    if (ordered.has(segment) || above.includes(segment)) return
    const asked = segmentsIn(segment.rules)
    for (const other of segments) {
      if (asked.includes(other.id)) visit(other, [...above, segment])
    }
    ordered.add(segment)
  }
  segments.forEach((segment) => visit(segment, []))
  return [...ordered]
}

/**
 * Refuses a rule that would make a segment depend on itself.
 * @throws MedusaError `invalid_data` naming the circle
 */
export function assertNoCircle(segment: Node, others: Node[]): void {
  const walk = (node: Node, way: Node[]): void => {
    for (const id of segmentsIn(node.rules)) {
      if (id === segment.id) {
        const names = [...way, node, segment].map((step) => `"${step.name}"`).join(" → ")
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `rules: segments would ask for each other in a circle: ${names}; remove one of these conditions`
        )
      }
      const next = others.find((other) => other.id === id)
      if (next && !way.includes(next)) walk(next, [...way, node])
    }
  }
  walk(segment, [])
}
