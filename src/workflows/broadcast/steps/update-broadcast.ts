import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkReferences } from "../../../modules/campaign/broadcast/references"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import {
  type BroadcastChange,
  type BroadcastInput,
  getBroadcast,
} from "../../../modules/campaign/broadcast/store"
import type CampaignModuleService from "../../../modules/campaign/service"

export type UpdateBroadcastInput = { id: string; change: BroadcastChange }

/** Changes a broadcast as far as its state allows; taken back by writing what it was. @returns its id */
export const updateBroadcastStep = createStep(
  "engage-update-broadcast",
  async ({ id, change }: UpdateBroadcastInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await getBroadcast(db, id)
    await checkReferences(db, change)
    await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).update(id, change)
    const { archived, ...fields } = change
    const undo: BroadcastChange = Object.fromEntries(
      (Object.keys(fields) as (keyof BroadcastInput)[]).map((key) => [key, before[key]])
    )
    if (archived !== undefined) undo.archived = before.archived_at !== null
    return new StepResponse(id, { id, change: undo })
  },
  async (undo, { container }) => {
    if (!undo) return
    await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).update(undo.id, undo.change)
  }
)
