import { DragArea, Draggable } from "./drag"
import { GroupEditor } from "./group-editor"
import { RuleProvider } from "./rule-context"
import { type RuleValueProps, useRuleValue } from "./use-rule-value"

/** Edits a rule as nested groups of sentences. */
export function RuleBuilder(props: RuleValueProps) {
  return (
    <RuleProvider value={useRuleValue(props)}>
      <DragArea>
        <Draggable path={[]}>
          <GroupEditor group={props.rules.root} path={[]} />
        </Draggable>
      </DragArea>
    </RuleProvider>
  )
}
