import type {
  Condition,
  FactPattern,
  HasCondition,
  Period,
  RuleGroup,
  RuleNode,
  SequenceCondition,
} from "./ast"
import { ARITY } from "./ast"
import { hasEnabledCondition } from "./check"
import { attributeComparison, comparison, instantAgo, type Params } from "./comparison"
import type { Attribute, Collection, RuleRegistry } from "./definitions"
import { holdsForNone, isAbsence, isPresence } from "./presence"

/** Turns nodes of a rule without problems into conditions over the registry's scan of profiles. */
export class Compiler {
  /**
   * @param param adds a value to the statement and returns its place
   * @param leaf stands in for the SQL of a condition, for statements that have computed it already
   */
  constructor(
    private readonly registry: RuleRegistry,
    private readonly param: Params,
    private readonly leaf?: (node: Exclude<RuleNode, RuleGroup>) => string
  ) {}

  /** A group as a condition. */
  group(group: RuleGroup): string {
    const parts = group.children.filter(hasEnabledCondition).map((child) => this.node(child))
    const joined = parts.length === 1 ? parts[0] : `(${parts.join(` ${group.op} `)})`
    // A comparison with an unknown value is neither true nor false; "not" means everybody else, so it is made false first.
    return group.not ? `not coalesce(${joined}, false)` : joined
  }

  /** Any node as a condition. */
  node(node: RuleNode): string {
    if (node.type === "group") return this.group(node)
    if (this.leaf) return this.leaf(node)
    if (node.type === "condition") return this.condition(node, this.registry.attributes)
    return node.type === "has" ? this.has(node) : this.sequence(node)
  }

  /** What a condition compares, as an expression over `p`: an attribute's value or a measure over the person's facts. */
  value(node: Condition | HasCondition): string {
    if (node.type === "condition")
      return this.registry.attributes.find((a) => a.key === node.attribute)!.sql
    const collection = this.collection(node)
    const own = `${collection.profile} = ${this.registry.profiles.id}`
    return `(select ${measureOf(node, collection).sql} from ${collection.from} where ${[own, ...this.facts(node, collection, node.within)].join(" and ")})`
  }

  private condition(condition: Condition, attributes: Attribute[]): string {
    const attribute = attributes.find((a) => a.key === condition.attribute)!
    const { operator, value } = condition
    if (ARITY[operator] !== "attribute") return comparison(attribute, operator, value, this.param)
    return attributeComparison(
      attribute,
      operator,
      attributes.find((a) => a.key === value)!
    )
  }

  private has(has: HasCondition): string {
    const collection = this.collection(has)
    const quick = has.orNever ? undefined : collection.shortcut?.(has, this.param)
    if (quick) return quick
    const conditions = this.facts(has, collection, has.within)
    const filter = conditions.length ? ` where ${conditions.join(" and ")}` : ""
    const select = `select ${collection.profile} from ${collection.from}${filter}`
    const id = this.registry.profiles.id
    if (isPresence(has)) return `${id} in (${select})`
    if (isAbsence(has)) return `${id} not in (${select})`
    const holds = comparison(
      { sql: measureOf(has, collection).sql, kind: "number", nullable: false },
      has.operator,
      has.value,
      this.param
    )
    const grouped = `${select} group by ${collection.profile} having`
    // Who has no such facts is in no group. Where 0 satisfies the comparison they match too: everybody but the ones it
    // fails for. A measure without a value fails.
    return holdsForNone(has)
      ? `${id} not in (${grouped} not coalesce(${holds}, false))`
      : `${id} in (${grouped} ${holds})`
  }

  private sequence({ first, then, within, days, followed }: SequenceCondition): string {
    const span = `make_interval(days => ${this.param(days)}::int)`
    const a = this.pattern(first, within)
    const b = this.pattern(then, { kind: "ever" })
    const follows = `exists (select 1 from (${b}) b where b.profile_id = a.profile_id and b.at > a.at and b.at <= a.at + ${span})`
    const holds = followed ? follows : `a.at + ${span} <= :now::timestamptz and not ${follows}`
    return `${this.registry.profiles.id} in (select a.profile_id from (${a}) a where ${holds})`
  }

  private pattern(pattern: FactPattern, within: Period): string {
    const collection = this.collection(pattern)
    const conditions = this.facts(pattern, collection, within)
    const filter = conditions.length ? ` where ${conditions.join(" and ")}` : ""
    return `select ${collection.profile} as profile_id, ${collection.at} as at from ${collection.from}${filter}`
  }

  /** The conditions on a collection's facts: its own, those of the pattern, and the period. */
  facts({ where }: FactPattern, collection: Collection, within: Period): string[] {
    return [
      ...(collection.filter ? [collection.filter] : []),
      ...this.within(within, collection),
      ...where.filter((c) => !c.disabled).map((c) => this.condition(c, collection.attributes)),
    ]
  }

  private collection({ collection }: Pick<FactPattern, "collection">): Collection {
    return this.registry.collections.find((c) => c.key === collection)!
  }

  private within(period: Period, { at, since }: Collection): string[] {
    if (period.kind === "ever") return []
    const begin = this.beginOf(period)
    const parts = begin ? [`${at} >= ${begin}`, ...(since ? [since(begin)] : [])] : []
    if (period.kind === "between" && period.to)
      parts.push(`${at} < (${this.param(period.to)}::date + 1)::timestamp at time zone :zone`)
    return parts
  }

  private beginOf(period: Exclude<Period, { kind: "ever" }>): string | null {
    if (period.kind === "last") return instantAgo(this.param, period.days!)
    return period.from ? `${this.param(period.from)}::date::timestamp at time zone :zone` : null
  }
}

function measureOf({ measure }: HasCondition, collection: Collection): { sql: string } {
  return collection.measures.find((m) => m.fn === measure.fn && m.attribute === measure.attribute)!
}
