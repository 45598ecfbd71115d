import type { HasCondition, Rules } from "../../rules/ast"
import type { InterestKind } from "../../types/interest"
import type { formatters } from "./format"

type Format = ReturnType<typeof formatters>

/** The rule that finds everybody who is interested in a thing: those whom the map counts. */
export function interestRules(kind: InterestKind, ref: string): Rules {
  const has: HasCondition = {
    type: "has",
    collection: "interests",
    where: [{ type: "condition", attribute: `interest.${kind}`, operator: "in", value: [ref] }],
    within: { kind: "ever" },
    measure: { fn: "count" },
    operator: "gte",
    value: 1,
  }
  return { version: 1, root: { type: "group", op: "and", children: [has] } }
}

/** What a price band is called: "below 20", "20 – 50", "from 200". Limits in minor units of `currency`. */
export function priceBand(
  ref: string,
  limits: number[],
  currency: string,
  format: Format,
  words: { below: (price: string) => string; from: (price: string) => string }
): string {
  const band = Number(ref)
  const money = (limit: number) => format.money(limit, currency)
  if (band === 0) return words.below(money(limits[0]))
  if (band >= limits.length) return words.from(money(limits[limits.length - 1]))
  return `${money(limits[band - 1])} – ${money(limits[band])}`
}
