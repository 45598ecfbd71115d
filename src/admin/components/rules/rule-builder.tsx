import { useMemo } from "react"
import type { RuleGroup, Rules } from "../../../rules/ast"
import type { Registry } from "../../../rules/describe"
import type { RuleProblem } from "../../../types/segment"
import { changeAt } from "../../lib/rules"
import { GroupEditor } from "./group-editor"
import { type RuleContextValue, RuleProvider } from "./rule-context"

type RuleBuilderProps = {
  rules: Rules
  onChange: (next: (rules: Rules) => Rules, tag?: string) => void
  registry: Registry
  currency: string
  names: Record<string, string>
  problems: RuleProblem[]
}

/** Edits a rule as nested groups of sentences. */
export function RuleBuilder(props: RuleBuilderProps) {
  const { rules, onChange, registry, currency, names, problems } = props
  const value = useMemo(() => {
    const change = (next: (root: RuleGroup) => RuleGroup, tag?: string) =>
      onChange((before) => ({ ...before, root: next(before.root) }), tag)
    return {
      registry,
      currency,
      names,
      problems: new Map(problems.map((problem) => [problem.path, problem.message])),
      change,
      changeNode: (path, next, tag) => change((root) => changeAt(root, path, next), tag),
    } satisfies RuleContextValue
  }, [registry, currency, names, problems, onChange])

  return (
    <RuleProvider value={value}>
      <GroupEditor group={rules.root} path={[]} />
    </RuleProvider>
  )
}
