import type { CampaignStep } from "../../../types/campaign-plan"
import { stepForm } from "./steps/forms"

type StepFieldsProps = {
  step: CampaignStep
  onChange: (step: CampaignStep, tag?: string) => void
}

/** The settings of a step of any type. */
export function StepFields({ step, onChange }: StepFieldsProps) {
  const { Fields } = stepForm(step.type)
  return <Fields step={step} onChange={onChange} />
}
