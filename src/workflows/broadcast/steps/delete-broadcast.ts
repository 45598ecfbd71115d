import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { setBroadcastDeleted } from "../../../modules/campaign/broadcast/store"
import type CampaignModuleService from "../../../modules/campaign/service"

/** Deletes a draft; taken back by bringing it back. */
export const deleteBroadcastStep = createStep(
  "engage-delete-broadcast",
  async (id: string, { container }) => {
    const { db } = container.resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    await setBroadcastDeleted(db, id, true)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const { db } = container.resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    await setBroadcastDeleted(db, id, false)
  }
)
