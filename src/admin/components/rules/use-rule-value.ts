import { useMemo } from "react"
import type { RuleGroup, Rules } from "../../../rules/ast"
import type { Registry } from "../../../rules/describe"
import type { RuleCounts, RulePartReason, RuleProblem } from "../../../types/segment"
import { changeAt } from "../../lib/rules"
import type { RuleContextValue } from "./rule-context"

export type RuleValueProps = {
  rules: Rules
  onChange: (next: (rules: Rules) => Rules, tag?: string) => void
  registry: Registry
  currency: string
  names: Record<string, string>
  problems: RuleProblem[]
  counts?: RuleCounts
  reasons?: RulePartReason[]
}

/** What the rows of a rule share, from the rule and what is known of it. */
export function useRuleValue(props: RuleValueProps): RuleContextValue {
  const { rules, onChange, registry, currency, names, problems, counts, reasons } = props
  return useMemo(() => {
    const change = (next: (root: RuleGroup) => RuleGroup, tag?: string) =>
      onChange((before) => ({ ...before, root: next(before.root) }), tag)
    return {
      root: rules.root,
      registry,
      currency,
      names,
      problems: new Map(problems.map((problem) => [problem.path, problem.message])),
      counts: new Map(counts?.parts.map((part) => [part.path, part])),
      emptiedBy: new Set(counts?.emptied_by),
      reasons: new Map(reasons?.map((part) => [part.path, part])),
      change,
      changeNode: (path, next, tag) => change((root) => changeAt(root, path, next), tag),
    }
  }, [rules.root, registry, currency, names, problems, counts, reasons, onChange])
}
