import { useTranslation } from "react-i18next"
import { EMPTY_RULES } from "../../../../rules/ast"
import { FILTER_MATCHES, type FilterStep } from "../../../../types/campaign-plan"
import { ChoiceInput, ToggleInput } from "../inputs/inputs"
import { RuleField } from "../rule-field"
import { ConditionsInput, ConditionsSummary, NEW_CONDITION } from "./context-conditions"
import { RulesSummary } from "./rules-summary"
import { WayCounts } from "./way-counts"
import type { StepFieldsProps, StepForm } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"filter">) {
  const { t } = useTranslation("engage")
  const { rules, conditions = [], match = "both" } = step
  const asksBoth = rules !== null && conditions.length > 0
  return (
    <>
      <ToggleInput
        label={t("campaignSteps.filter.who")}
        value={rules !== null}
        onChange={(on) => onChange({ ...step, rules: on ? EMPTY_RULES : null })}
      />
      {rules && (
        <RuleField
          rules={rules}
          onChange={(changed, tag) => onChange({ ...step, rules: changed }, tag)}
        />
      )}
      <ToggleInput
        label={t("campaignSteps.filter.context")}
        value={conditions.length > 0}
        onChange={(on) => onChange({ ...step, conditions: on ? [NEW_CONDITION] : undefined })}
      />
      <ConditionsInput
        conditions={conditions}
        onChange={(changed, tag) => onChange({ ...step, conditions: changed }, tag)}
      />
      {asksBoth && (
        <ChoiceInput
          label={t("campaignSteps.filter.match")}
          value={match}
          options={FILTER_MATCHES.map((one) => [one, t(`campaignSteps.filter.${one}`)])}
          onChange={(one) => onChange({ ...step, match: one as FilterStep["match"] })}
        />
      )}
      {rules && !conditions.length && (
        <WayCounts rules={[rules]} names={[t("campaigns.way.yes")]} rest={t("campaigns.way.no")} />
      )}
    </>
  )
}

/** What a filter asks, in words. */
export function FilterSummary({ step }: { step: FilterStep }) {
  const { t } = useTranslation("engage")
  const { rules, conditions = [], match = "both" } = step
  if (!conditions.length)
    return rules ? <RulesSummary rules={rules} /> : t("campaignSteps.filter.none")
  return (
    <>
      {rules && (
        <span className="block">
          <RulesSummary rules={rules} />
        </span>
      )}
      {rules && `${t(`campaignSteps.filter.word.${match}`)} `}
      <ConditionsSummary conditions={conditions} />
    </>
  )
}

/** Asking who somebody is, what let them in, or both. */
export const filter: StepForm<"filter"> = { Fields, Summary: FilterSummary }
