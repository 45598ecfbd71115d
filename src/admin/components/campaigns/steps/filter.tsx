import { useTranslation } from "react-i18next"
import { RuleField } from "../rule-field"
import { RulesSummary } from "./rules-summary"
import { WayCounts } from "./way-counts"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"filter">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <RuleField rules={step.rules} onChange={(rules, tag) => onChange({ ...step, rules }, tag)} />
      <WayCounts
        rules={[step.rules]}
        names={[t("campaigns.way.yes")]}
        rest={t("campaigns.way.no")}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"filter"> }) {
  return <RulesSummary rules={step.rules} />
}

/** Asking who somebody is. */
export const filter: StepForm<"filter"> = { Fields, Summary }
