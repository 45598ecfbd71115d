import { useMemo } from "react"
import type { RuleGroup, Rules } from "../../../rules/ast"
import type { Registry } from "../../../rules/describe"
import type { RuleCounts, RulePartReason, RuleProblem } from "../../../types/segment"
import { changeAt } from "../../lib/rules"
import { DragArea, Draggable } from "./drag"
import { GroupEditor } from "./group-editor"
import { type RuleContextValue, RuleProvider } from "./rule-context"

type RuleBuilderProps = {
  rules: Rules
  onChange: (next: (rules: Rules) => Rules, tag?: string) => void
  registry: Registry
  currency: string
  names: Record<string, string>
  problems: RuleProblem[]
  counts?: RuleCounts
  reasons?: RulePartReason[]
}

/** Edits a rule as nested groups of sentences. */
export function RuleBuilder(props: RuleBuilderProps) {
  const { rules, onChange, registry, currency, names, problems, counts, reasons } = props
  const value = useMemo(() => {
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
    } satisfies RuleContextValue
  }, [rules.root, registry, currency, names, problems, counts, reasons, onChange])

  return (
    <RuleProvider value={value}>
      <DragArea>
        <Draggable path={[]}>
          <GroupEditor group={rules.root} path={[]} />
        </Draggable>
      </DragArea>
    </RuleProvider>
  )
}
