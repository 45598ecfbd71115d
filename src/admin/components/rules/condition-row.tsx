import { useTranslation } from "react-i18next"
import type { Condition, RuleNode } from "../../../rules/ast"
import { type RulePath, pathText, valueFor } from "../../lib/rules"
import { FieldButton } from "../picker/field-button"
import { AttributePicker } from "./attribute-picker"
import { RowActions } from "./node-actions"
import { OperatorSelect } from "./operator-select"
import { RowShell } from "./row-shell"
import { useRules } from "./rule-context"
import { ValueEditor } from "./value-editor"

/** One attribute compared with a value, as a sentence of fields. */
export function ConditionRow({ node, path }: { node: Condition; path: RulePath }) {
  const { t } = useTranslation("engage")
  const { registry, problems, changeNode } = useRules()
  const at = pathText(path)
  const attribute = registry.attributes.find((candidate) => candidate.key === node.attribute)
  const problem = (part: string) => problems.get(`${at}.${part}`)
  const set = (changes: Partial<Condition>, tag?: string) =>
    changeNode(path, (before) => ({ ...before, ...changes }) as RuleNode, tag)

  return (
    <RowShell
      disabled={node.disabled}
      problems={[problems.get(at), problem("attribute"), problem("operator"), problem("value")]}
      actions={<RowActions node={node} path={path} />}
    >
      <AttributePicker
        selected={node.attribute}
        onPick={(next) => changeNode(path, () => next)}
        trigger={
          <FieldButton className="max-w-[260px]" invalid={!attribute}>
            {attribute?.label ?? t("segments.builder.unknownAttribute", { key: node.attribute })}
          </FieldButton>
        }
      />
      {attribute && (
        <>
          <OperatorSelect
            type={attribute.type}
            operators={attribute.operators}
            value={node.operator}
            onChange={(operator) => set({ operator, value: valueFor(operator, node.value) })}
          />
          <ValueEditor
            type={attribute.type}
            attribute={attribute}
            operator={node.operator}
            value={node.value}
            invalid={Boolean(problem("value"))}
            onChange={(value) => set({ value }, `${at}.value`)}
          />
        </>
      )}
    </RowShell>
  )
}
