import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkPersonAgain } from "../../../../../../modules/delivery/reports/suppressions"
import { engageContext } from "../../../../../context"
import { loadProfile, profileNumber } from "../../load"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const profile = await profileNumber(context, req.params.id)
  await checkPersonAgain(context.db, profile, context.options, context.now)
  res.json({ profile: await loadProfile(context, profile) })
}
