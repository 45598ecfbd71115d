import { useMemo } from "react"
import { checkRules } from "../../../rules/check"
import type { Rules } from "../../../rules/ast"
import { useRegistry } from "../../hooks/api/attributes"
import { useShopCurrency } from "../../hooks/api/overview"
import { RowsSkeleton } from "../common/states"
import { RuleBuilder } from "../rules/rule-builder"

type RuleFieldProps = { rules: Rules; onChange: (rules: Rules, tag?: string) => void }

/** A rule within a campaign, built as segments are. */
export function RuleField({ rules, onChange }: RuleFieldProps) {
  const { data: registry } = useRegistry()
  const currency = useShopCurrency()
  const problems = useMemo(() => (registry ? checkRules(rules, registry) : []), [rules, registry])
  if (!registry) return <RowsSkeleton rows={3} />
  return (
    <RuleBuilder
      rules={rules}
      onChange={(next, tag) => onChange(next(rules), tag)}
      registry={registry}
      currency={currency}
      names={{}}
      problems={problems}
    />
  )
}
