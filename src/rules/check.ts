import {
  ARITY,
  type Condition,
  type FactPattern,
  type HasCondition,
  measureOperators,
  type Operator,
  type Period,
  type RuleGroup,
  type RuleNode,
  type Rules,
  type RuleValue,
  type SequenceCondition,
  type ValueType,
} from "./ast"
import type { AttributeInfo, CollectionInfo, Registry } from "./describe"
import { isDay, isDays, valueProblem } from "./value-problem"

/** Something that keeps a rule from being used; `path` leads to it from the root, e.g. `children.1.value`. */
export type Problem = { path: string; message: string }

const MAX_DEPTH = 10
const MAX_NODES = 200

/**
 * Every reason why a rule cannot be used: nothing said, unknown attributes, operators that do not fit, values missing or
 * of the wrong kind. A rule without problems compiles. Disabled parts may be incomplete.
 */
export function checkRules(rules: Rules, registry: Registry): Problem[] {
  if (!hasEnabledCondition(rules.root)) {
    return [{ path: "root", message: "Add at least one condition: an empty rule matches nobody" }]
  }
  const problems: Problem[] = []
  const count = { nodes: 0 }
  checkGroup(rules.root, "root", 1, registry, problems, count)
  if (count.nodes > MAX_NODES) {
    problems.unshift({
      path: "root",
      message: `A rule may have at most ${MAX_NODES} conditions and groups`,
    })
  }
  return problems
}

/** Whether anything in the group takes part. */
export function hasEnabledCondition(node: RuleNode): boolean {
  if (node.disabled) return false
  return node.type !== "group" || node.children.some(hasEnabledCondition)
}

function checkGroup(
  group: RuleGroup,
  path: string,
  depth: number,
  registry: Registry,
  problems: Problem[],
  count: { nodes: number }
): void {
  if (depth > MAX_DEPTH) {
    problems.push({ path, message: `Groups may be nested at most ${MAX_DEPTH} deep` })
    return
  }
  group.children.forEach((child, i) => {
    count.nodes += 1
    if (child.disabled) return
    const at = `${path}.children.${i}`
    if (child.type === "group") {
      if (!hasEnabledCondition(child))
        problems.push({ path: at, message: "Add a condition to this group or remove it" })
      checkGroup(child, at, depth + 1, registry, problems, count)
    } else if (child.type === "condition") checkCondition(child, at, registry.attributes, problems)
    else if (child.type === "has") checkHas(child, at, registry, problems)
    else checkSequence(child, at, registry, problems)
  })
}

function checkCondition(
  condition: Condition,
  path: string,
  attributes: AttributeInfo[],
  problems: Problem[]
): void {
  if (!condition.attribute) {
    problems.push({ path: `${path}.attribute`, message: "Choose what to look at" })
    return
  }
  const attribute = attributes.find((a) => a.key === condition.attribute)
  if (!attribute) {
    problems.push({
      path: `${path}.attribute`,
      message: `There is no attribute "${condition.attribute}"`,
    })
    return
  }
  checkComparison(
    condition.operator,
    condition.value,
    attribute.type,
    attribute.operators,
    path,
    problems,
    attribute
  )
  if (ARITY[condition.operator] === "attribute")
    checkOther(condition, attribute, attributes, path, problems)
}

function checkOther(
  { value }: Condition,
  attribute: AttributeInfo,
  attributes: AttributeInfo[],
  path: string,
  problems: Problem[]
): void {
  const other = attributes.find((a) => a.key === value)
  if (other && other.type === attribute.type && other !== attribute) return
  problems.push({
    path: `${path}.value`,
    message: `Choose another ${attribute.type} to compare with`,
  })
}

function checkHas(has: HasCondition, path: string, registry: Registry, problems: Problem[]): void {
  const collection = registry.collections.find((c) => c.key === has.collection)
  if (!collection) {
    problems.push({
      path: `${path}.collection`,
      message: `There is nothing called "${has.collection}" to look at`,
    })
    return
  }
  const measure = collection.measures.find(
    (m) => m.fn === has.measure.fn && m.attribute === has.measure.attribute
  )
  if (!measure) {
    problems.push({
      path: `${path}.measure`,
      message: `${collection.label} cannot be measured this way`,
    })
    return
  }
  checkComparison(
    has.operator,
    has.value,
    measure.type,
    measureOperators(measure.type),
    path,
    problems
  )
  checkPeriod(has.within, `${path}.within`, problems)
  checkWhere(has.where, path, collection, problems)
}

function checkSequence(
  sequence: SequenceCondition,
  path: string,
  registry: Registry,
  problems: Problem[]
): void {
  checkPeriod(sequence.within, `${path}.within`, problems)
  if (!isDays(sequence.days) || !sequence.days)
    problems.push({ path: `${path}.days`, message: "Enter a number of days" })
  for (const part of ["first", "then"] as const)
    checkPattern(sequence[part], `${path}.${part}`, registry, problems)
}

function checkPattern(
  pattern: FactPattern,
  path: string,
  registry: Registry,
  problems: Problem[]
): void {
  const collection = registry.collections.find((c) => c.key === pattern.collection)
  if (collection) return checkWhere(pattern.where, path, collection, problems)
  problems.push({
    path: `${path}.collection`,
    message: pattern.collection
      ? `There is nothing called "${pattern.collection}" to look at`
      : "Choose what to look at",
  })
}

function checkWhere(
  where: Condition[],
  path: string,
  collection: CollectionInfo,
  problems: Problem[]
): void {
  where.forEach((condition, i) => {
    if (!condition.disabled)
      checkCondition(condition, `${path}.where.${i}`, collection.attributes, problems)
  })
}

function checkPeriod(period: Period, path: string, problems: Problem[]): void {
  if (period.kind === "last" && !isDays(period.days)) {
    problems.push({ path: `${path}.days`, message: "Enter a number of days" })
  }
  if (period.kind !== "between") return
  if (!period.from && !period.to)
    problems.push({ path: `${path}.from`, message: "Enter at least one date" })
  for (const end of ["from", "to"] as const) {
    const day = period[end]
    if (day && !isDay(day))
      problems.push({ path: `${path}.${end}`, message: "Enter a date as YYYY-MM-DD" })
  }
}

function checkComparison(
  operator: Operator,
  value: RuleValue | undefined,
  type: ValueType,
  allowed: readonly Operator[],
  path: string,
  problems: Problem[],
  attribute?: AttributeInfo
): void {
  if (!allowed.includes(operator)) {
    problems.push({
      path: `${path}.operator`,
      message: `Operator "${operator}" does not fit; use one of ${allowed.join(", ")}`,
    })
    return
  }
  const message = valueProblem(operator, value, type, attribute)
  if (message) problems.push({ path: `${path}.value`, message })
}
