import { RuleField } from "../rule-field"
import { RulesSummary } from "./rules-summary"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"filter">) {
  return (
    <RuleField rules={step.rules} onChange={(rules, tag) => onChange({ ...step, rules }, tag)} />
  )
}

function Summary({ step }: { step: StepOf<"filter"> }) {
  return <RulesSummary rules={step.rules} />
}

/** Asking who somebody is. */
export const filter: StepForm<"filter"> = { Fields, Summary }
