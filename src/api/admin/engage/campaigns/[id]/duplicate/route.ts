import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createCampaign, getCampaign } from "../../../../../../modules/campaign/flow/store"
import { engageContext } from "../../../../../context"
import { presentCampaign } from "../../present"

/** A new draft with the same plan. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { name, stage, plan } = await getCampaign(db, req.params.id)
  const row = await createCampaign(db, { name: `${name} (copy)`.slice(0, 200), stage, plan }, now)
  res.json({ campaign: await presentCampaign(db, row) })
}
