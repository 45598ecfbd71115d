import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { archiveCampaign } from "../../../../../../modules/campaign/flow/publish"
import { getCampaign } from "../../../../../../modules/campaign/flow/store"
import { engageContext } from "../../../../../context"
import { presentCampaign } from "../../present"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  await archiveCampaign(db, req.params.id, now)
  res.json({ campaign: await presentCampaign(db, await getCampaign(db, req.params.id)) })
}
