import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { interestsOf } from "../../../../../../modules/profile/interests/read"
import { readInterestSettings } from "../../../../../../modules/profile/interests/settings"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../load"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const profile = await profileNumber(context, req.params.id)
  const { price_limits } = await readInterestSettings(context.db)
  const interests = await interestsOf(context.db, profile, context.now)
  res.json({ interests, currency: context.currency, price_limits })
}
