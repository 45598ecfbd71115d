import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { regionsOf } from "../../../../../modules/campaign/holidays/public-days"
import type { ListRegions } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { country } = req.validatedQuery as ListRegions
  res.json({ regions: regionsOf(country) })
}
