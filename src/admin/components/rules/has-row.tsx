import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HasCondition, RuleNode } from "../../../rules/ast"
import {
  type RulePath,
  conditionOn,
  measureOf,
  measureOperators,
  pathText,
  valueFor,
} from "../../lib/rules"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { AttributePicker, measureKey } from "./attribute-picker"
import { NodeActions } from "./node-actions"
import { OperatorSelect } from "./operator-select"
import { PeriodEditor } from "./period-editor"
import { RowShell } from "./row-shell"
import { useRules } from "./rule-context"
import { ValueEditor } from "./value-editor"
import { WhereRow } from "./where-row"

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
      actions={<NodeActions node={node} path={path} />}
      below={
        collection && (
          <div className="flex flex-col gap-y-2 pl-3">
            {node.where.map((condition, index) => (
              <WhereRow
                key={index}
                first={index === 0}
                condition={condition}
                collection={collection}
                at={`${at}.where.${index}`}
                onChange={(next, tag) =>
                  set(
                    {
                      where: node.where.flatMap((old, i) =>
                        i === index ? (next ? [next] : []) : [old]
                      ),
                    },
                    tag
                  )
                }
              />
            ))}
            {collection.attributes.length > 0 && (
              <Picker
                label={t("segments.builder.addWhere")}
                options={collection.attributes.map(({ key, label }) => ({ value: key, label }))}
                onPick={(key) => {
                  const attribute = collection.attributes.find((candidate) => candidate.key === key)
                  if (attribute) set({ where: [...node.where, conditionOn(attribute)] })
                }}
                trigger={
                  <Button size="small" variant="transparent" className="self-start">
                    <Plus />
                    {t(
                      node.where.length
                        ? "segments.builder.addAnotherWhere"
                        : "segments.builder.addWhere"
                    )}
                  </Button>
                }
              />
            )}
          </div>
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
          <FieldButton className="max-w-[280px]" invalid={!measure}>
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
    </RowShell>
  )
}
