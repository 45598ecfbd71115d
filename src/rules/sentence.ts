import {
  ARITY,
  type Condition,
  type FactPattern,
  type HasCondition,
  type Operator,
  type Period,
  type RuleGroup,
  type RuleNode,
  type Rules,
  type RuleValue,
  type SequenceCondition,
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
  matches: "matches",
  any_of: "include any of",
  all_of: "include all of",
  none_of: "include none of",
  on: "is on",
  before: "is before",
  after: "is after",
  within_last: "is in the last",
  not_within_last: "is not in the last",
  within_next: "is in the next",
  anniversary_within_next: "comes round in the next",
  anniversary_within_last: "came round in the last",
  day_month: "falls every year on",
  month: "is in",
  weekday: "is on a",
  before_attribute: "is before",
  after_attribute: "is after",
  gt_attribute: "is more than",
  lt_attribute: "is less than",
  top: "is in the top",
  bottom: "is in the bottom",
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
    if (node.type === "sequence") return this.sequence(node)
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
    if (ARITY[operator] === "attribute") {
      const other = attributes.find((a) => a.key === value)
      return `${words} the ${other ? (other.noun ?? lowerFirst(other.label)) : "…"}`
    }
    return `${words} ${this.value(operator, value, attribute?.type, attribute)}`.trim()
  }

  private has(has: HasCondition): string {
    const collection = this.registry.collections.find((c) => c.key === has.collection)
    const measure = collection?.measures.find(
      (m) => m.fn === has.measure.fn && m.attribute === has.measure.attribute
    )
    const facts = [this.where(has), period(has.within)].filter(Boolean).join(" ")
    const label = lowerFirst(measure?.label ?? has.measure.fn)
    const never = has.orNever ? " or there is none" : ""
    return `whose ${label}${facts && ` ${facts}`} ${WORDS[has.operator]} ${this.value(has.operator, has.value, measure?.type)}${never}`
  }

  private sequence({ first, then, within, days, followed }: SequenceCondition): string {
    const when = [period(within)].filter(Boolean).map((text) => ` ${text}`)
    const not = followed ? "" : "not "
    return `with ${this.fact(first)}${when} that was ${not}followed within ${days ?? "…"} days by ${this.fact(then)}`
  }

  private fact(pattern: FactPattern): string {
    const collection = this.registry.collections.find((c) => c.key === pattern.collection)
    const where = this.where(pattern)
    return `${collection?.fact ?? "…"}${where && ` ${where}`}`
  }

  private where(pattern: FactPattern): string {
    const collection = this.registry.collections.find((c) => c.key === pattern.collection)
    const parts = pattern.where
      .filter((c) => !c.disabled)
      .map((c) => this.condition(c, collection?.attributes ?? [], "").trim())
    return parts.length ? `where ${parts.join(" and ")}` : ""
  }

  private value(
    operator: Operator,
    value: RuleValue | undefined,
    type?: string,
    attribute?: AttributeInfo
  ): string {
    if (value === undefined || value === null)
      return operator === "empty" || operator === "not_empty" ? "" : "…"
    if (ARITY[operator] === "days") return `${value} days`
    if (ARITY[operator] === "share") return this.scalar(value as number, "share")
    if (operator === "day_month") return dayName(String(value))
    if (operator === "month" || operator === "weekday") {
      const names = operator === "month" ? MONTHS : WEEKDAYS
      return (value as string[]).map((v) => names[Number(v) - 1]).join(" or ")
    }
    const list = (Array.isArray(value) ? value : [value]).map((v) =>
      this.scalar(v, type, attribute)
    )
    return list.join(
      operator === "between" || operator === "all_of"
        ? " and "
        : operator === "not_in" || operator === "none_of"
          ? " nor "
          : " or "
    )
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

const part = (options: Intl.DateTimeFormatOptions, day: number, month = 0) =>
  new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, month, day))
  )
const MONTHS = Array.from({ length: 12 }, (_, month) => part({ month: "long" }, 1, month))
/** 1 January 2024 was a Monday. */
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => part({ weekday: "long" }, day + 1))

function dayName(value: string): string {
  const [month, day] = value.split("-").map(Number)
  return month && day ? `${day} ${MONTHS[month - 1]}` : "…"
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
