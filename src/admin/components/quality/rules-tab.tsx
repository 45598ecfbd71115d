import { Button, Prompt, Switch, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import type { QualityRuleItem, QualityRun } from "../../../types/quality"
import { useChangeRule, useQualityRules, useStartRun } from "../../hooks/api/quality"
import { useFormat } from "../../hooks/use-format"
import { ErrorState, RowsSkeleton, Section } from "../common/states"
import { Time } from "../common/values"
import { LadderFields } from "./ladder-fields"
import { RepairPrompt } from "./repair-prompt"

/** What is done with contact data: each rule with its switch, and how to see and apply it to everybody. */
export function RulesTab() {
  const { t } = useTranslation("engage")
  const { data: rules, error, refetch } = useQualityRules()
  return (
    <Section title={t("quality.rules.title")} description={t("quality.rules.hint")}>
      {error && !rules ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : rules ? (
        <ul className="divide-y">
          {rules.map((item) => (
            <RuleRow key={item.rule} item={item} />
          ))}
        </ul>
      ) : (
        <RowsSkeleton rows={10} />
      )}
    </Section>
  )
}

function RuleRow({ item }: { item: QualityRuleItem }) {
  const { t } = useTranslation("engage")
  const change = useChangeRule()
  const start = useStartRun()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const name = t(`quality.rule.${item.rule}.name`)
  const failed = (error: Error) => void toast.error(error.message)

  const run = (kind: QualityRun["kind"]) =>
    start.mutate(
      { kind, rules: [item.rule] },
      { onSuccess: ({ id }) => navigate(`/engage/quality/runs/${id}`), onError: failed }
    )
  const toggle = (enabled: boolean) =>
    change.mutate(
      { rule: item.rule, enabled },
      {
        onSuccess: () =>
          void toast.success(t(enabled ? "quality.rules.on" : "quality.rules.off", { name })),
        onError: failed,
      }
    )

  return (
    <li className="flex flex-col gap-4 px-6 py-4 lg:flex-row lg:items-start lg:justify-between">
      <div className="flex min-w-0 items-start gap-x-4">
        <Switch
          className="mt-0.5 shrink-0"
          checked={item.enabled}
          disabled={change.isPending}
          aria-label={t("quality.rules.switch", { name })}
          onCheckedChange={toggle}
        />
        <div className="flex min-w-0 flex-col gap-y-1">
          <Text size="small" leading="compact" weight="plus">
            {name}
          </Text>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t(`quality.rule.${item.rule}.does`)}
          </Text>
          {item.rule === "soft_bounce" && <LadderFields item={item} />}
          <Last item={item} />
        </div>
      </div>
      <div className="flex shrink-0 gap-x-2">
        <Button
          size="small"
          variant="secondary"
          isLoading={start.isPending && start.variables.kind === "check"}
          aria-label={t("quality.rules.checkOf", { name })}
          onClick={() => run("check")}
        >
          {t("quality.rules.check")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          aria-label={t("quality.rules.repairOf", { name })}
          onClick={() => setAsking(true)}
        >
          {t("quality.rules.repair")}
        </Button>
      </div>
      <Prompt open={asking} onOpenChange={setAsking}>
        <RepairPrompt name={name} onConfirm={() => run("repair")} />
      </Prompt>
    </li>
  )
}

/** When the rule was last looked at and applied, and how many people that concerned. */
function Last({ item }: { item: QualityRuleItem }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const runs = [item.last_check, item.last_run].filter((run) => run !== null)
  if (!runs.length)
    return (
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("quality.rules.never")}
      </Text>
    )
  return (
    <Text as="div" size="xsmall" className="text-ui-fg-subtle flex flex-wrap gap-x-3">
      {runs.map((run) => (
        <span key={run.id}>
          <Link
            to={`/engage/quality/runs/${run.id}`}
            className="text-ui-tag-blue-text focus-visible:shadow-borders-focus rounded-md outline-none hover:underline"
          >
            {t(`quality.rules.last.${run.kind}`, {
              count: run.changed,
              value: format.number(run.changed),
            })}
          </Link>
          , <Time at={run.finished_at} style="relative" />
        </span>
      ))}
    </Text>
  )
}
