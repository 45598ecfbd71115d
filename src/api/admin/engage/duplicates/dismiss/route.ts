import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dismissDuplicate } from "../../../../../modules/profile/identity/duplicates"
import { engageContext } from "../../../../context"
import type { DismissDuplicate } from "../../merges/validators"
import { profileNumber } from "../../profiles/load"

export const POST = async (
  req: AuthenticatedMedusaRequest<DismissDuplicate>,
  res: MedusaResponse
) => {
  const context = await engageContext(req)
  const [a, b] = req.validatedBody.profiles
  const pair: [number, number] = [await profileNumber(context, a), await profileNumber(context, b)]
  await dismissDuplicate(context.db, pair, req.auth_context.actor_id, context.now)
  res.json({ dismissed: true })
}
