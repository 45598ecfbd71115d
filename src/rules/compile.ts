import { MedusaError } from "@medusajs/framework/utils"
import type { Condition, HasCondition, Period, RuleGroup, RuleNode, Rules } from "./ast"
import { checkRules, hasEnabledCondition } from "./check"
import { comparison, type Params } from "./comparison"
import { type Attribute, type Collection, describeRegistry, type RuleRegistry } from "./definitions"

/**
 * A compiled rule: `sql` selects `profile_id`; `matching` is its `from … where …`, for other questions about the same
 * people under the alias `p`.
 */
export type CompiledRule = { sql: string; matching: string; params: Record<string, unknown> }

export type RuleContext = {
  /** The instant that "now" means in the rule. */
  now: Date
  /** IANA zone in which calendar days are meant. */
  zone: string
}

/**
 * Compiles a rule to one parameterised statement that selects the profiles it matches. Preview, count, export and refresh
 * all come through here. No text of the rule becomes SQL: values are parameters, attributes and operators are looked up.
 * @throws MedusaError `invalid_data` naming the first problem when the rule is empty, incomplete or wrong
 */
export function compileRules(
  rules: Rules,
  registry: RuleRegistry,
  context: RuleContext
): CompiledRule {
  const [problem] = checkRules(rules, describeRegistry(registry))
  if (problem) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `rules.${problem.path}: ${problem.message}`
    )
  }
  const params: Record<string, unknown> = { now: context.now, zone: context.zone }
  let count = 0
  const compiler = new Compiler(registry, (value) => {
    const name = `v${++count}`
    params[name] = value
    return `:${name}`
  })
  const { from, id, filter } = registry.profiles
  const matching = `from ${from} where ${filter} and ${compiler.group(rules.root)}`
  return { sql: `select ${id} as profile_id ${matching}`, matching, params }
}

class Compiler {
  constructor(
    private readonly registry: RuleRegistry,
    private readonly param: Params
  ) {}

  group(group: RuleGroup): string {
    const parts = group.children.filter(hasEnabledCondition).map((child) => this.node(child))
    const joined = parts.length === 1 ? parts[0] : `(${parts.join(` ${group.op} `)})`
    // A comparison with an unknown value is neither true nor false; "not" means everybody else, so it is made false first.
    return group.not ? `not coalesce(${joined}, false)` : joined
  }

  private node(node: RuleNode): string {
    if (node.type === "group") return this.group(node)
    if (node.type === "condition") return this.condition(node, this.registry.attributes)
    return this.has(
      node,
      this.registry.collections.find((c) => c.key === node.collection)!
    )
  }

  private condition(condition: Condition, attributes: Attribute[]): string {
    const attribute = attributes.find((a) => a.key === condition.attribute)!
    return comparison(attribute, condition.operator, condition.value, this.param)
  }

  private has(has: HasCondition, collection: Collection): string {
    const quick = collection.shortcut?.(has, this.param)
    if (quick) return quick
    const conditions = [
      collection.filter,
      ...this.within(has.within, collection.at),
      ...has.where.filter((c) => !c.disabled).map((c) => this.condition(c, collection.attributes)),
    ].filter(Boolean)
    const filter = conditions.length ? ` where ${conditions.join(" and ")}` : ""
    const select = `select ${collection.profile} from ${collection.from}${filter}`
    const id = this.registry.profiles.id
    if (isPresence(has)) return `${id} in (${select})`
    if (isAbsence(has)) return `${id} not in (${select})`
    const measure = collection.measures.find(
      (m) => m.fn === has.measure.fn && m.attribute === has.measure.attribute
    )!
    const holds = comparison(
      { sql: measure.sql, kind: "number", nullable: false },
      has.operator,
      has.value,
      this.param
    )
    const grouped = `${select} group by ${collection.profile} having`
    // Who has no such facts is in no group. Where 0 satisfies the comparison they match too: everybody but the ones it fails for.
    return holdsForNone(has)
      ? `${id} not in (${grouped} not ${holds})`
      : `${id} in (${grouped} ${holds})`
  }

  private within(period: Period, at: string): string[] {
    if (period.kind === "last")
      return [`${at} >= :now::timestamptz - make_interval(days => ${this.param(period.days)}::int)`]
    if (period.kind === "ever") return []
    const parts: string[] = []
    if (period.from)
      parts.push(`${at} >= ${this.param(period.from)}::date::timestamp at time zone :zone`)
    if (period.to)
      parts.push(`${at} < (${this.param(period.to)}::date + 1)::timestamp at time zone :zone`)
    return parts
  }
}

/** Whether a condition only asks for at least one fact. */
export function isPresence({ measure, operator, value }: HasCondition): boolean {
  return (
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

function holdsForNone({ measure, operator, value }: HasCondition): boolean {
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
