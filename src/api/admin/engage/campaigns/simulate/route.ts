import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../lib/public-id"
import { simulate } from "../../../../../modules/campaign/simulate/simulate"
import { engageContext } from "../../../../context"
import type { SimulateCampaign } from "../validators"

/** Walks people through a plan without sending or writing anything. */
export const POST = async (
  req: AuthenticatedMedusaRequest<SimulateCampaign>,
  res: MedusaResponse
) => {
  const { db, now, zone } = await engageContext(req)
  const { campaign_id, plan, profile_id } = req.validatedBody
  const ids = await publicIds(db)
  const person = profile_id ? ids.openOne("prof", profile_id, "Profile") : undefined
  res.json({ simulation: await simulate(db, campaign_id, plan, person, { now, zone }) })
}
