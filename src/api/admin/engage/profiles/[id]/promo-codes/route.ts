import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { codesOf } from "../../../../../../modules/campaign/promo/store"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../load"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const profile = await profileNumber(context, req.params.id)
  res.json({ promo_codes: await codesOf(context.db, profile, context.now) })
}
