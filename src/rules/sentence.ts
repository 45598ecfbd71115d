import type {
  Condition,
  HasCondition,
  Operator,
  Period,
  RuleGroup,
  RuleNode,
  Rules,
  RuleValue,
} from "./ast"
import { hasEnabledCondition } from "./check"
import type { AttributeInfo, Registry } from "./describe"

const WORDS: Record<Operator, string> = {
  eq: "is",
  neq: "is not",
  gt: "is more than",
  gte: "is at least",
  lt: "is less than",
  lte: "is at most",
  between: "is between",
  in: "is",
  not_in: "is not",
  contains: "contains",
  not_contains: "does not contain",
  starts_with: "starts with",
  ends_with: "ends with",
  on: "is on",
  before: "is before",
  after: "is after",
  within_last: "is in the last",
  not_within_last: "is not in the last",
  within_next: "is in the next",
  is_true: "",
  is_false: "",
  empty: "is not known",
  not_empty: "is known",
}

/** How values are written: amounts of minor units with their currency, and ids by the name of what they stand for. */
export type Wording = { money: (minor: number) => string; names: Map<string, string> }

/**
 * A rule as one English sentence, for people to check that it says what they mean.
 */
export function describeRules(rules: Rules, registry: Registry, wording: Wording): string {
  if (!hasEnabledCondition(rules.root)) return "Nobody yet: add a condition."
  return `Everybody ${new Teller(registry, wording).group(rules.root, true)}.`
}

class Teller {
  constructor(
    private readonly registry: Registry,
    private readonly wording: Wording
  ) {}

  group(group: RuleGroup, outermost = false): string {
    const parts = group.children.filter(hasEnabledCondition).map((child) => this.node(child))
    const joined = parts.join(group.op === "and" ? " and " : " or ")
    if (group.not) return `not ${parts.length > 1 ? `(${joined})` : joined}`
    return outermost || parts.length === 1 ? joined : `(${joined})`
  }

  private node(node: RuleNode): string {
    if (node.type === "group") return this.group(node)
    if (node.type === "has") return this.has(node)
    return this.condition(node, this.registry.attributes, "whose")
  }

  private condition(
    { attribute: key, operator, value }: Condition,
    attributes: AttributeInfo[],
    lead: string
  ): string {
    const attribute = attributes.find((a) => a.key === key)
    if (attribute?.says && (operator === "is_true" || operator === "is_false")) {
      return attribute.says[operator === "is_true" ? 0 : 1]
    }
    const label = attribute ? (attribute.noun ?? lowerFirst(attribute.label)) : key
    const words = `${lead} ${label} ${WORDS[operator]}`
    return `${words} ${this.value(operator, value, attribute?.type, attribute)}`.trim()
  }

  private has(has: HasCondition): string {
    const collection = this.registry.collections.find((c) => c.key === has.collection)
    const measure = collection?.measures.find(
      (m) => m.fn === has.measure.fn && m.attribute === has.measure.attribute
    )
    const where = has.where
      .filter((c) => !c.disabled)
      .map((c) => this.condition(c, collection?.attributes ?? [], ""))
      .join(" and ")
    const facts = [period(has.within), where && `where ${where}`].filter(Boolean).join(" ")
    const label = lowerFirst(measure?.label ?? has.measure.fn)
    return `whose ${label}${facts && ` ${facts}`} ${WORDS[has.operator]} ${this.value(has.operator, has.value, measure?.type)}`
  }

  private value(
    operator: Operator,
    value: RuleValue | undefined,
    type?: string,
    attribute?: AttributeInfo
  ): string {
    if (value === undefined || value === null)
      return operator === "empty" || operator === "not_empty" ? "" : "…"
    if (operator.endsWith("_last") || operator === "within_next") return `${value} days`
    const list = (Array.isArray(value) ? value : [value]).map((v) =>
      this.scalar(v, type, attribute)
    )
    return list.join(operator === "between" ? " and " : operator === "not_in" ? " nor " : " or ")
  }

  private scalar(
    value: string | number | boolean | null,
    type?: string,
    attribute?: AttributeInfo
  ): string {
    if (type === "money") return this.wording.money(Number(value))
    if (type === "share") return `${Math.round(Number(value) * 1000) / 10} %`
    const option = attribute?.options?.find((o) => o.value === value)?.label
    return option ?? this.wording.names.get(String(value)) ?? String(value)
  }
}

function period(within: Period): string {
  if (within.kind === "last") return `in the last ${within.days} days`
  if (within.kind === "ever") return ""
  if (within.from && within.to) return `from ${within.from} to ${within.to}`
  return within.from ? `since ${within.from}` : `until ${within.to}`
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text
}
