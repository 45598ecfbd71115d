import type { Rules } from "../../../../rules/ast"
import { describeRules } from "../../../../rules/sentence"
import { useRegistry } from "../../../hooks/api/attributes"
import { useShopCurrency } from "../../../hooks/api/overview"
import { useFormat } from "../../../hooks/use-format"

/** A rule as a sentence. */
export function RulesSummary({ rules }: { rules: Rules }) {
  const { data: registry } = useRegistry()
  const format = useFormat()
  const currency = useShopCurrency()
  if (!registry) return null
  const wording = { money: (minor: number) => format.money(minor, currency), names: new Map() }
  return describeRules(rules, registry, wording)
}
