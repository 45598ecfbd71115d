import type { RuleGroup, RuleNode, Rules } from "./ast"
import { hasEnabledCondition } from "./check"
import { assertComplete, parameters, type RuleContext } from "./compile"
import { Compiler } from "./compiler"
import type { RuleRegistry } from "./definitions"

/** A part of a rule with the way to it, e.g. `root.children.1`, as problems name it. */
export type PlacedNode = { path: string; node: RuleNode }

export type Statement = { sql: string; params: Record<string, unknown> }

/** Every part of a rule that takes part, groups before what is in them. */
export function placedNodes(rules: Rules): PlacedNode[] {
  const walk = (node: RuleNode, path: string): PlacedNode[] => [
    { path, node },
    ...(node.type === "group"
      ? node.children.flatMap((child, i) =>
          hasEnabledCondition(child) ? walk(child, `${path}.children.${i}`) : []
        )
      : []),
  ]
  return walk(rules.root, "root")
}

const isLeaf = (node: RuleNode): node is Exclude<RuleNode, RuleGroup> => node.type !== "group"

/**
 * One scan that counts whom each part of a rule finds by itself (`alone_i`), and for the parts of the outermost group
 * how many are left after it and those before it (`left_i`) and how many there would be without it (`without_i`), by
 * their place among {@link placedNodes}. Each condition is computed once a person.
 * @throws MedusaError `invalid_data` when the rule has a problem
 */
export function compileCounts(
  rules: Rules,
  registry: RuleRegistry,
  context: RuleContext
): Statement {
  assertComplete(rules, registry)
  const { params, param } = parameters(context)
  const nodes = placedNodes(rules)
  const leaves = [...new Set(nodes.map(({ node }) => node).filter(isLeaf))]
  const column = (node: RuleNode) => `c${leaves.indexOf(node as Exclude<RuleNode, RuleGroup>)}`
  const compiler = new Compiler(registry, param)
  const columns = leaves.map((node) => `coalesce(${compiler.node(node)}, false) as ${column(node)}`)
  const over = new Compiler(registry, param, column)
  const count = (name: string, conditions: string[]) =>
    `count(*) filter (where ${conditions.length ? conditions.join(" and ") : "true"})::int as ${name}`
  const top = rules.root.op === "and" ? rules.root.children.filter(hasEnabledCondition) : []
  const counts = nodes.flatMap(({ node }, i) => {
    const alone = count(`alone_${i}`, [over.node(node)])
    const at = top.indexOf(node)
    if (at < 0) return [alone]
    const others = top.filter((other) => other !== node)
    return [
      alone,
      count(
        `left_${i}`,
        top.slice(0, at + 1).map((n) => over.node(n))
      ),
      count(
        `without_${i}`,
        others.map((n) => over.node(n))
      ),
    ]
  })
  const { from, filter } = registry.profiles
  const scan = `select ${columns.join(", ")} from ${from} where ${filter} offset 0`
  return { sql: `select ${counts.join(", ")} from (${scan}) scan`, params }
}

/**
 * One look at one profile (`:profile`): whether each part of a rule holds for them (`holds_i`), and the value it was
 * decided by (`value_i`, text), by their place among {@link placedNodes}.
 * @throws MedusaError `invalid_data` when the rule has a problem
 */
export function compileWhy(rules: Rules, registry: RuleRegistry, context: RuleContext): Statement {
  assertComplete(rules, registry)
  const { params, param } = parameters(context)
  const compiler = new Compiler(registry, param)
  const columns = placedNodes(rules).flatMap(({ node }, i) => {
    const holds = `coalesce(${compiler.node(node)}, false) as holds_${i}`
    if (node.type === "group" || node.type === "sequence" || hidesValue(node, registry))
      return [holds]
    return [holds, `(${compiler.value(node)})::text as value_${i}`]
  })
  const { from, id, filter } = registry.profiles
  return {
    sql: `select ${columns.join(", ")} from ${from} where ${filter} and ${id} = :profile`,
    params,
  }
}

/** The expression of a list stands for nothing that a person could read. */
function hidesValue(node: RuleNode, registry: RuleRegistry): boolean {
  if (node.type !== "condition") return false
  return registry.attributes.some((a) => a.key === node.attribute && a.type === "list")
}
