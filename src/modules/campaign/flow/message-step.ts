import type { CampaignStep, MessageStep } from "../../../types/campaign"
import { SENDING_CHANNELS } from "../../../types/common"

/** Whether a step sends a message. */
export function isMessageStep(step: CampaignStep): step is Extract<CampaignStep, MessageStep> {
  return SENDING_CHANNELS.some((channel) => channel === step.type)
}
