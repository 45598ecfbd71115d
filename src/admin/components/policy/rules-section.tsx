import { PencilSquare, Trash } from "@medusajs/icons"
import { Button, Switch, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ContactPolicy } from "../../../types/policy"
import { useDeleteRule, useSaveRule } from "../../hooks/api/policy"
import { useFormat } from "../../hooks/use-format"
import { MoreMenu } from "../common/more-menu"
import { EmptyState, Section } from "../common/states"
import { RuleDrawer } from "./rule-drawer"
import { useRuleSentence } from "./use-rule-sentence"

type Rule = ContactPolicy["rules"][number]

/** The rules in the order in which they decide, each as one sentence. */
export function RulesSection({ rules }: { rules: Rule[] }) {
  const { t } = useTranslation("engage")
  const [editing, setEditing] = useState<Partial<Rule>>()

  return (
    <Section
      title={t("policy.rules")}
      description={t("policy.rulesHint")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setEditing({})}>
          {t("policy.add")}
        </Button>
      }
    >
      {rules.length ? (
        <ul className="divide-y">
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} onEdit={() => setEditing(rule)} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t("policy.emptyTitle")} description={t("policy.emptyDescription")} />
      )}
      {editing && <RuleDrawer rule={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  )
}

function RuleRow({ rule, onEdit }: { rule: Rule; onEdit: () => void }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const sentence = useRuleSentence()
  const save = useSaveRule(rule.id)
  const remove = useDeleteRule()
  const onError = (error: Error) => void toast.error(error.message)

  const onDelete = async () => {
    const sure = await prompt({
      title: t("policy.deleteTitle"),
      description: rule.name,
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (sure) remove.mutate(rule.id, { onError })
  }

  return (
    <li className="flex items-center gap-x-4 px-6 py-3">
      <Switch
        size="small"
        aria-label={t("policy.enabled", { name: rule.name })}
        checked={rule.enabled}
        disabled={save.isPending}
        onCheckedChange={(enabled) => save.mutate({ enabled }, { onError })}
      />
      <div className="min-w-0 flex-1">
        <Text size="small" leading="compact" weight="plus">
          {rule.name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {sentence(rule, rule.segments)}
        </Text>
      </div>
      <Text size="small" className="text-ui-fg-subtle whitespace-nowrap tabular-nums">
        {t("policy.leftOut", { count: rule.left_out, number: format.number(rule.left_out) })}
      </Text>
      <MoreMenu
        groups={[
          {
            actions: [
              { icon: <PencilSquare />, label: t("actions.edit"), onClick: onEdit },
              { icon: <Trash />, label: t("actions.delete"), onClick: () => void onDelete() },
            ],
          },
        ]}
      />
    </li>
  )
}
