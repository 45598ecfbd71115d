import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createCampaign, getCampaign } from "../../../../../../modules/campaign/flow/store"
import { engageContext } from "../../../../../context"
import { presentCampaign } from "../../present"

/** A new draft with the same plan. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { name, folder, stage, plan } = await getCampaign(db, req.params.id)
  const copy = { name: `${name} (copy)`.slice(0, 200), folder, stage, plan }
  const row = await createCampaign(db, copy, now)
  res.json({ campaign: await presentCampaign(db, row) })
}
