import type { MedusaContainer } from "@medusajs/framework/types"
import { noted } from "../lib/failures"
import { CAMPAIGN_MODULE } from "../modules/campaign"
import type CampaignModuleService from "../modules/campaign/service"
import { runErrandsWorkflow } from "../workflows/campaign/workflows/run-errands"

/** Every two seconds: does what steps of campaigns have done by the shop and others. */
export default async function engageErrands(container: MedusaContainer): Promise<void> {
  await noted(container, "errands", async () => {
    if (await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).hasErrands())
      await runErrandsWorkflow(container).run({ input: {} })
  })
}

export const config = { name: "engage-errands", schedule: { interval: 2_000 } }
