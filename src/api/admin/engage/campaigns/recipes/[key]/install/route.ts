import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { installRecipe } from "../../../../../../../modules/campaign/recipes/install"
import { engageContext } from "../../../../../../context"
import { presentCampaign } from "../../../present"

/** A draft with its messages and segment. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  res.json({ campaign: await presentCampaign(db, await installRecipe(db, req.params.key, now)) })
}
