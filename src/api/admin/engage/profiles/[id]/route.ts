import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { engageContext } from "../../../../context"
import { loadProfile, profileNumber } from "../load"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const number = await profileNumber(context, req.params.id)
  res.json({ profile: await loadProfile(context, number) })
}
