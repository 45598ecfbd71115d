import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { getBroadcast } from "../../../modules/campaign/broadcast/store"
import type CampaignModuleService from "../../../modules/campaign/service"
import { followersOf } from "../../../modules/delivery/ledger/cascade"
import { attributeRun } from "../../../modules/report/attribution/compute"

/** Credits the purchases of a started broadcast anew. Computed from what is stored, so nothing is taken back. */
export const attributeBroadcastStep = createStep(
  "engage-attribute-broadcast",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { run_id } = await getBroadcast(db, id)
    if (run_id === null) return new StepResponse(id)
    const { zone } = await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).clock()
    for (const run of [run_id, ...(await followersOf(db, run_id))])
      await attributeRun(db, run, zone)
    return new StepResponse(id)
  }
)
