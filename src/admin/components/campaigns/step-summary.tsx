import type { CampaignStep } from "../../../types/campaign-plan"
import { stepForm } from "./steps/forms"

/** What a step is set to, in words. */
export function StepSummary({ step }: { step: CampaignStep }) {
  const { Summary } = stepForm(step.type)
  return <Summary step={step} />
}
