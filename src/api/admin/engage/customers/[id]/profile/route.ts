import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { profileOfCustomer } from "../../../../../../modules/profile/read/detail"
import { engageContext } from "../../../../../context"
import { loadProfile } from "../../../profiles/load"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const number = await profileOfCustomer(context.db, req.params.id)
  res.json({ profile: number === undefined ? null : await loadProfile(context, number) })
}
