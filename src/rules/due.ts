import type { Condition, HasCondition, Period, RuleNode, Rules, SequenceCondition } from "./ast"
import { RANKING, RELATIVE_TO_NOW } from "./ast"
import { hasEnabledCondition } from "./check"
import { parameters, type RuleContext } from "./compile"
import type { Params } from "./comparison"
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

/** Where moments are looked for. */
export type Search = {
  /** Later ones are of no interest. Without an end, an index on the times of facts would help little. */
  until: Date
  /** A select of `profile_id`; everybody when left out. */
  scope?: string
}

const DAY_MS = 86_400_000

/** One millisecond after an instant that is itself still in a window. */
const past = (at: string) => `date_trunc('milliseconds', ${at}) + interval '1 millisecond'`
const later = (at: string, days: number) => `${at} + make_interval(hours => ${24 * days})`

/** What of a rule time alone decides. The rule must be free of problems. */
export function timingOf(
  rules: Rules,
  registry: RuleRegistry,
  context: RuleContext,
  search: Search
): Timing {
  const { params, param } = parameters(context)
  const reader = new TimingReader(registry, param, context.now, search)
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
    private readonly param: Params,
    private readonly now: Date,
    private readonly search: Search
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
    const { from, filter, id } = this.registry.profiles
    const { sql } = attribute
    const select = (moment: string, when: string) =>
      this.moments.push(
        `select min(${moment}) as at from ${from} where ${filter} and ${when}${this.among(id)}`
      )
    const days = Number(value)
    const [opens, closes] = operator === "within_next" ? [-days, 0] : [0, days]
    select(later(sql, opens), this.between(sql, opens, ">"))
    select(past(later(sql, closes)), this.between(sql, closes, ">="))
  }

  /** That a time lies so many days before a moment that is of interest. */
  private between(at: string, days: number, after: ">" | ">="): string {
    const [from, to] = [this.now, this.search.until].map((end) =>
      this.param(new Date(end.getTime() - days * DAY_MS))
    )
    return `${at} ${after} ${from}::timestamptz and ${at} < ${to}::timestamptz`
  }

  private among(profile: string): string {
    return this.search.scope ? ` and ${profile} in (${this.search.scope})` : ""
  }

  private has(has: HasCondition): void {
    this.daily ||= has.measure.fn === "days_since"
    this.window(has, has.within)
  }

  private sequence({ first, then, within, days, followed }: SequenceCondition): void {
    this.window(first, within)
    this.window(then, { kind: "ever" })
    if (!followed) this.facts(first, within, days!, ">")
  }

  private window(pattern: Pick<HasCondition, "collection" | "where">, within: Period): void {
    const collection = this.registry.collections.find((c) => c.key === pattern.collection)!
    this.restless ||= Boolean(collection.restless)
    for (const { attribute: key, operator, disabled } of pattern.where) {
      const attribute = collection.attributes.find((a) => a.key === key)
      if (!disabled && attribute && RELATIVE_TO_NOW.includes(operator)) this.restless = true
      if (!disabled && attribute) this.daily ||= isDaily(attribute, operator)
    }
    if (within.kind === "last") this.facts(pattern, within, within.days!, ">=")
  }

  private facts(
    pattern: Pick<HasCondition, "collection" | "where">,
    within: Period,
    days: number,
    after: ">" | ">="
  ): void {
    const collection = this.registry.collections.find((c) => c.key === pattern.collection)!
    const { at, from, profile } = collection
    const closing = later(at, days)
    const when = [
      ...this.compiler.facts(pattern, collection, within),
      this.between(at, days, after),
    ].join(" and ")
    this.moments.push(
      `select min(${after === ">" ? closing : past(closing)}) as at from ${from} where ${when}${this.among(profile)}`
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
