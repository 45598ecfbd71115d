import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { checkReferences } from "../../../modules/campaign/broadcast/references"
import {
  type BroadcastInput,
  createBroadcast,
  setBroadcastDeleted,
} from "../../../modules/campaign/broadcast/store"
import type CampaignModuleService from "../../../modules/campaign/service"

/** Saves a draft; taken back by deleting it. @returns its id */
export const createBroadcastStep = createStep(
  "engage-create-broadcast",
  async (input: BroadcastInput, { container }) => {
    const { db } = container.resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    await checkReferences(db, input)
    const { id } = await createBroadcast(db, input)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const { db } = container.resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    await setBroadcastDeleted(db, id, true)
  }
)
