import type { CampaignStep, MessageStep } from "../../../types/campaign-plan"
import { isSendingChannel } from "../../../types/common"

/** Whether a step sends a message. */
export function isMessageStep(step: CampaignStep): step is Extract<CampaignStep, MessageStep> {
  return isSendingChannel(step.type)
}
