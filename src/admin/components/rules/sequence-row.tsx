import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FactPattern, RuleNode, SequenceCondition } from "../../../rules/ast"
import { type RulePath, pathText } from "../../lib/rules"
import { RowActions } from "./node-actions"
import { NumberField } from "./number-field"
import { PeriodEditor } from "./period-editor"
import { RowShell } from "./row-shell"
import { useRules } from "./rule-context"
import { WhereList } from "./where-list"

/** One thing followed by another, or by none: "bought A, then not B within 30 days". */
export function SequenceRow({ node, path }: { node: SequenceCondition; path: RulePath }) {
  const { t } = useTranslation("engage")
  const { problems, changeNode } = useRules()
  const at = pathText(path)
  const problem = (part: string) => problems.get(`${at}.${part}`)
  const set = (changes: Partial<SequenceCondition>, tag?: string) =>
    changeNode(path, (before) => ({ ...before, ...changes }) as RuleNode, tag)

  return (
    <RowShell
      disabled={node.disabled}
      problems={[
        problems.get(at),
        ...["days", "within", "within.days", "within.from", "within.to"].map(problem),
        ...["first.collection", "then.collection"].map(problem),
      ]}
      actions={<RowActions node={node} path={path} />}
    >
      <Fact
        label={t("segments.sequence.first")}
        pattern={node.first}
        at={`${at}.first`}
        onChange={(first, tag) => set({ first }, tag)}
      />
      <PeriodEditor
        period={node.within}
        invalid={Boolean(problem("within") ?? problem("within.days"))}
        onChange={(within) => set({ within }, `${at}.within`)}
      />
      <span className="flex w-full flex-wrap items-center gap-2">
        <Select
          size="small"
          value={node.followed ? "yes" : "no"}
          onValueChange={(value) => set({ followed: value === "yes" })}
        >
          <Select.Trigger className="w-auto gap-x-2" aria-label={t("segments.sequence.followed")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="yes">{t("segments.sequence.yes")}</Select.Item>
            <Select.Item value="no">{t("segments.sequence.no")}</Select.Item>
          </Select.Content>
        </Select>
        <NumberField
          kind="days"
          label={t("segments.builder.days")}
          suffix={t("segments.builder.days")}
          value={node.days}
          invalid={Boolean(problem("days"))}
          onChange={(days) => set({ days }, `${at}.days`)}
        />
      </span>
      <Fact
        label={t("segments.sequence.then")}
        pattern={node.then}
        at={`${at}.then`}
        onChange={(then, tag) => set({ then }, tag)}
      />
    </RowShell>
  )
}

type FactProps = {
  label: string
  pattern: FactPattern
  at: string
  onChange: (pattern: FactPattern, tag?: string) => void
}

function Fact({ label, pattern, at, onChange }: FactProps) {
  const { registry } = useRules()
  const collection = registry.collections.find(({ key }) => key === pattern.collection)
  return (
    <div className="flex w-full flex-col gap-y-2">
      <span className="flex flex-wrap items-center gap-2">
        <span className="txt-compact-small text-ui-fg-subtle min-w-10">{label}</span>
        <Select
          size="small"
          value={pattern.collection}
          onValueChange={(key) => onChange({ collection: key, where: [] })}
        >
          <Select.Trigger className="w-auto gap-x-2" aria-label={label}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {registry.collections.map(({ key, fact }) => (
              <Select.Item key={key} value={key}>
                {fact}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </span>
      {collection && (
        <WhereList
          where={pattern.where}
          collection={collection}
          at={at}
          onChange={(where, tag) => onChange({ ...pattern, where }, tag)}
        />
      )}
    </div>
  )
}
