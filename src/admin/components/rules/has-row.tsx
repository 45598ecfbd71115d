import { Checkbox, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type HasCondition, type RuleNode, measureOperators } from "../../../rules/ast"
import { type RulePath, measureOf, pathText, valueFor } from "../../lib/rules"
import { FieldButton } from "../picker/field-button"
import { AttributePicker, measureKey } from "./attribute-picker"
import { RowActions } from "./node-actions"
import { OperatorSelect } from "./operator-select"
import { PeriodEditor } from "./period-editor"
import { RowShell } from "./row-shell"
import { useRules } from "./rule-context"
import { ValueEditor } from "./value-editor"
import { WhereList } from "./where-list"

/** A measure over many facts, e.g. "Orders: number – at least – 3 – in the last 180 days – where total …". */
export function HasRow({ node, path }: { node: HasCondition; path: RulePath }) {
  const { t } = useTranslation("engage")
  const { registry, problems, changeNode } = useRules()
  const at = pathText(path)
  const collection = registry.collections.find((candidate) => candidate.key === node.collection)
  const measure = measureOf(node, collection)
  const type = measure?.type ?? "number"
  const problem = (part: string) => problems.get(`${at}.${part}`)
  const set = (changes: Partial<HasCondition>, tag?: string) =>
    changeNode(path, (before) => ({ ...before, ...changes }) as RuleNode, tag)

  return (
    <RowShell
      disabled={node.disabled}
      problems={[
        problems.get(at),
        ...["collection", "measure", "measure.attribute", "operator", "value"].map(problem),
        ...["within", "within.days", "within.from", "within.to"].map(problem),
      ]}
      actions={<RowActions node={node} path={path} />}
      below={
        collection && (
          <WhereList
            where={node.where}
            collection={collection}
            at={at}
            onChange={(where, tag) => set({ where }, tag)}
          />
        )
      }
    >
      <AttributePicker
        selected={measureKey(node.collection, node.measure.fn, node.measure.attribute)}
        onPick={(next) =>
          changeNode(path, () =>
            // Another measure of the same facts keeps the period and the inner conditions.
            next.type === "has" && next.collection === node.collection
              ? { ...next, where: node.where, within: node.within }
              : next
          )
        }
        trigger={
          <FieldButton className="max-w-[360px]" invalid={!measure}>
            {collection && measure
              ? `${collection.label}: ${measure.label}`
              : t("segments.builder.unknownAttribute", { key: node.collection })}
          </FieldButton>
        }
      />
      <OperatorSelect
        type={type}
        operators={measureOperators(type)}
        value={node.operator}
        onChange={(operator) => set({ operator, value: valueFor(operator, node.value) })}
      />
      <ValueEditor
        type={type}
        unit={node.measure.fn === "days_since" ? t("segments.builder.days") : undefined}
        operator={node.operator}
        value={node.value}
        invalid={Boolean(problem("value"))}
        onChange={(value) => set({ value }, `${at}.value`)}
      />
      <PeriodEditor
        period={node.within}
        invalid={Boolean(problem("within") ?? problem("within.days"))}
        onChange={(within) => set({ within }, `${at}.within`)}
      />
      {node.measure.fn !== "count" && node.measure.fn !== "sum" && (
        <Label size="small" className="flex items-center gap-x-1.5">
          <Checkbox
            checked={Boolean(node.orNever)}
            onCheckedChange={(checked) => set({ orNever: checked === true || undefined })}
          />
          {t("segments.builder.orNever")}
        </Label>
      )}
    </RowShell>
  )
}
