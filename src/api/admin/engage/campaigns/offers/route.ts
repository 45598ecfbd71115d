import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { installOffer } from "../../../../../modules/campaign/recipes/install"
import { engageContext } from "../../../../context"
import { presentCampaign } from "../present"
import type { CreateOffer } from "../validators"

/** A draft with its message. */
export const POST = async (req: AuthenticatedMedusaRequest<CreateOffer>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  res.json({ campaign: await presentCampaign(db, await installOffer(db, req.validatedBody, now)) })
}
