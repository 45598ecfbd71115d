import {
  ARITY,
  type Condition,
  type HasCondition,
  type Operator,
  type RuleGroup,
  type RuleNode,
  type RuleValue,
  type SequenceCondition,
} from "../../rules/ast"
import type { AttributeInfo, CollectionInfo, Registry } from "../../rules/describe"

/** The way from the root to a node, by position among the children. The root itself is `[]`. */
export type RulePath = number[]

/** Nesting deeper than this is not offered: nobody reads it any more. */
export const MAX_DEPTH = 8

/** The path as problems of a rule name it, e.g. `root.children.1.children.0`. */
export const pathText = (path: RulePath) =>
  ["root", ...path.map((index) => `children.${index}`)].join(".")

/** The group with one node replaced by what `change` makes of it; `null` removes the node. */
export function changeAt(
  group: RuleGroup,
  path: RulePath,
  change: (node: RuleNode) => RuleNode | RuleNode[] | null
): RuleGroup {
  if (!path.length) return change(group) as RuleGroup
  const [index, ...rest] = path
  const children = group.children.flatMap((child, at) => {
    if (at !== index) return [child]
    const changed = rest.length ? changeAt(child as RuleGroup, rest, change) : change(child)
    return changed === null ? [] : changed
  })
  return { ...group, children }
}

/** The group with a node added at the end of the group at `path`. */
export function addAt(group: RuleGroup, path: RulePath, node: RuleNode): RuleGroup {
  return changeAt(group, path, (parent) => ({
    ...(parent as RuleGroup),
    children: [...(parent as RuleGroup).children, node],
  }))
}

/** A group with nothing in it. */
export const emptyGroup = (op: "and" | "or" = "and", not = false): RuleGroup => ({
  type: "group",
  op,
  ...(not && { not }),
  children: [],
})

/** A value of the right shape for an operator; what the old value still says is kept. */
export function valueFor(operator: Operator, before: RuleValue | undefined): RuleValue | undefined {
  const single = Array.isArray(before) ? (before[0] ?? null) : (before ?? null)
  switch (ARITY[operator]) {
    case "none":
      return undefined
    case "two":
      return Array.isArray(before) && before.length === 2
        ? before
        : [single as string | number | null, null]
    case "month":
    case "weekday":
      return []
    case "many":
      return Array.isArray(before)
        ? before.filter((value) => value !== null)
        : single === null
          ? []
          : [single as string]
    case "attribute":
    case "day_month":
    case "share":
      return null
    default:
      return single
  }
}

/** A new condition on an attribute, with its first operator and no value yet. */
export function conditionOn(attribute: AttributeInfo): Condition {
  const operator = attribute.operators[0]
  return {
    type: "condition",
    attribute: attribute.key,
    operator,
    value: valueFor(operator, undefined),
  }
}

/** A new condition over facts of a person, by default "at least one, ever" when it counts. */
export function hasOf(collection: CollectionInfo, measure = collection.measures[0]): HasCondition {
  return {
    type: "has",
    collection: collection.key,
    where: [],
    within: { kind: "ever" },
    measure: measure.attribute
      ? { fn: measure.fn, attribute: measure.attribute }
      : { fn: measure.fn },
    operator: "gte",
    value: measure.fn === "count" ? 1 : null,
  }
}

/** "An order, then another within 30 days": what a new sequence says before it is filled in. */
export function sequenceOf(collection: string): SequenceCondition {
  return {
    type: "sequence",
    first: { collection, where: [] },
    within: { kind: "ever" },
    followed: true,
    days: 30,
    then: { collection, where: [] },
  }
}

/** The rule with a node pasted: at the end of the group at `path`, or after the row at `path`. */
export function pasteAt(root: RuleGroup, path: RulePath, node: RuleNode): RuleGroup {
  return nodeAt(root, path).type === "group"
    ? addAt(root, path, node)
    : changeAt(root, path, (row) => [row, node])
}

/** Whether a path lies inside another, or is the same. */
export const isWithin = (path: RulePath, outer: RulePath) =>
  outer.every((index, at) => path[at] === index)

/** The node at a path. */
export function nodeAt(root: RuleGroup, path: RulePath): RuleNode {
  return path.reduce<RuleNode>((node, index) => (node as RuleGroup).children[index], root)
}

/**
 * The rule with a node moved: to the end of the group at `to`, or before the row at `to`. Nothing changes when a group
 * would move into itself.
 */
export function moveNode(root: RuleGroup, from: RulePath, to: RulePath): RuleGroup {
  if (!from.length || isWithin(to, from)) return root
  const node = nodeAt(root, from)
  const target = nodeAt(root, to)
  const gone: RuleNode = { type: "group", op: "and", children: [] }
  const marked = changeAt(root, from, () => gone)
  const placed =
    target.type === "group" ? addAt(marked, to, node) : changeAt(marked, to, (row) => [node, row])
  return without(placed, gone)
}

function without(group: RuleGroup, gone: RuleNode): RuleGroup {
  const children = group.children
    .filter((child) => child !== gone)
    .map((child) => (child.type === "group" ? without(child, gone) : child))
  return { ...group, children }
}

/** The measure a `has` condition uses, with its label and type. */
export function measureOf(node: HasCondition, collection: CollectionInfo | undefined) {
  return collection?.measures.find(
    (measure) => measure.fn === node.measure.fn && measure.attribute === node.measure.attribute
  )
}

/** What the row at a path of {@link pathText} is about, e.g. "Age"; `undefined` for groups and sequences. */
export function subjectAt(root: RuleGroup, at: string, registry: Registry): string | undefined {
  const node = nodeAt(root, at.match(/\d+/g)?.map(Number) ?? [])
  if (node.type === "condition")
    return registry.attributes.find(({ key }) => key === node.attribute)?.label
  if (node.type !== "has") return undefined
  const collection = registry.collections.find(({ key }) => key === node.collection)
  return measureOf(node, collection)?.label
}

/** A condition that selects an RFM group, if the registry has an attribute for it. */
export function rfmCondition(registry: Registry, group: string): Condition | null {
  const attribute = registry.attributes.find((candidate) =>
    candidate.options?.some((option) => option.value === group)
  )
  return attribute
    ? { type: "condition", attribute: attribute.key, operator: "in", value: [group] }
    : null
}
