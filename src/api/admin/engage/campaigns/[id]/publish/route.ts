import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CAMPAIGN_MODULE } from "../../../../../../modules/campaign"
import { getCampaign } from "../../../../../../modules/campaign/flow/store"
import type CampaignModuleService from "../../../../../../modules/campaign/service"
import { engageContext } from "../../../../../context"
import { presentCampaign } from "../../present"
import type { PublishCampaign } from "../../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PublishCampaign>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await req.scope
    .resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    .publish(req.params.id, req.validatedBody)
  res.json({ campaign: await presentCampaign(db, await getCampaign(db, req.params.id)) })
}
