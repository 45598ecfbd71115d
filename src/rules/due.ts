import type { Condition, HasCondition, Period, RuleNode, Rules, SequenceCondition } from "./ast"
import { RANKING, RELATIVE_TO_NOW } from "./ast"
import { hasEnabledCondition } from "./check"
import { parameters, type RuleContext } from "./compile"
import { Compiler } from "./compiler"
import type { Statement } from "./explain"
import type { Attribute, RuleRegistry } from "./definitions"

/** When a rule's answer can change although no fact of a person does. */
export type Timing = {
  /** It speaks of facts that come without anybody saying so. */
  restless: boolean
  /** It speaks of calendar days, and so changes at midnight in the shop's time zone. */
  daily: boolean
  /** It ranks people: whoever changes moves the others. */
  ranked: boolean
  /** Selects `at`, the next moment at which a window of time opens or closes over a fact; `null` without windows. */
  moments: Statement | null
}

/** One millisecond after an instant that is itself still in a window. */
const past = (at: string) => `date_trunc('milliseconds', ${at}) + interval '1 millisecond'`

/**
 * What of a rule time alone decides. The rule must be free of problems.
 * @param scope a select of `profile_id` that the moments are looked for in; everybody without it
 */
export function timingOf(
  rules: Rules,
  registry: RuleRegistry,
  context: RuleContext,
  scope?: string
): Timing {
  const { params, param } = parameters(context)
  const reader = new TimingReader(registry, param, scope)
  reader.node(rules.root)
  const { restless, daily, ranked, moments } = reader
  return {
    restless,
    daily,
    ranked,
    moments: moments.length
      ? { sql: `select min(at) as at from (${moments.join(" union all ")}) m`, params }
      : null,
  }
}

class TimingReader {
  restless = false
  daily = false
  ranked = false
  readonly moments: string[] = []
  private readonly compiler: Compiler

  constructor(
    private readonly registry: RuleRegistry,
    private readonly param: (value: unknown) => string,
    private readonly scope?: string
  ) {
    this.compiler = new Compiler(registry, param)
  }

  node(node: RuleNode): void {
    if (!hasEnabledCondition(node)) return
    if (node.type === "group") node.children.forEach((child) => this.node(child))
    else if (node.type === "condition") this.condition(node)
    else if (node.type === "has") this.has(node)
    else this.sequence(node)
  }

  private condition({ attribute: key, operator, value }: Condition): void {
    const attribute = this.registry.attributes.find((a) => a.key === key)!
    this.restless ||= Boolean(attribute.restless)
    this.ranked ||= RANKING.includes(operator)
    this.daily ||= isDaily(attribute, operator)
    if (!RELATIVE_TO_NOW.includes(operator) || attribute.kind !== "timestamp") return
    const span = `make_interval(days => ${this.param(value)}::int)`
    const { from, filter, id } = this.registry.profiles
    const among = this.scope ? ` and ${id} in (${this.scope})` : ""
    const select = (at: string, when: string) =>
      this.moments.push(`select min(${at}) as at from ${from} where ${filter} and ${when}${among}`)
    const { sql } = attribute
    const opening = operator === "within_next" ? `${sql} - ${span}` : sql
    const closing = operator === "within_next" ? sql : `${sql} + ${span}`
    select(opening, `${opening} > :now::timestamptz`)
    select(past(closing), `${closing} >= :now::timestamptz`)
  }

  private has(has: HasCondition): void {
    this.daily ||= has.measure.fn === "days_since"
    this.window(has, has.within)
  }

  private sequence({ first, then, within, days, followed }: SequenceCondition): void {
    this.window(first, within)
    this.window(then, { kind: "ever" })
    if (!followed)
      this.facts(first, within, `make_interval(days => ${this.param(days)}::int)`, (at) => at)
  }

  private window(pattern: Pick<HasCondition, "collection" | "where">, within: Period): void {
    const collection = this.registry.collections.find((c) => c.key === pattern.collection)!
    this.restless ||= Boolean(collection.restless)
    for (const { attribute: key, operator, disabled } of pattern.where) {
      const attribute = collection.attributes.find((a) => a.key === key)
      if (!disabled && attribute && RELATIVE_TO_NOW.includes(operator)) this.restless = true
      if (!disabled && attribute) this.daily ||= isDaily(attribute, operator)
    }
    if (within.kind === "last")
      this.facts(pattern, within, `make_interval(days => ${this.param(within.days)}::int)`, past)
  }

  private facts(
    pattern: Pick<HasCondition, "collection" | "where">,
    within: Period,
    span: string,
    moment: (at: string) => string
  ): void {
    const collection = this.registry.collections.find((c) => c.key === pattern.collection)!
    const closing = `${collection.at} + ${span}`
    const conditions = [
      ...this.compiler.facts(pattern, collection, within),
      `${closing} >= :now::timestamptz`,
      ...(moment(closing) === closing ? [`${closing} > :now::timestamptz`] : []),
      ...(this.scope ? [`${collection.profile} in (${this.scope})`] : []),
    ]
    this.moments.push(
      `select min(${moment(closing)}) as at from ${collection.from} where ${conditions.join(" and ")}`
    )
  }
}

function isDaily(attribute: Attribute, operator: Condition["operator"]): boolean {
  return (
    Boolean(attribute.daily) ||
    operator.startsWith("anniversary") ||
    (attribute.kind === "date" && RELATIVE_TO_NOW.includes(operator))
  )
}
