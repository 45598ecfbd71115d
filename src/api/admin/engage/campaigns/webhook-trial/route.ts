import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../lib/public-id"
import { tryWebhook } from "../../../../../workflows/campaign/errands/webhook-trial"
import { engageContext } from "../../../../context"
import type { TryWebhook } from "../validators"

/** Calls another system once, to see what it answers. */
export const POST = async (req: AuthenticatedMedusaRequest<TryWebhook>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { profile_id, ...trial } = req.validatedBody
  const profile = (await publicIds(db)).openOne("prof", profile_id, "Profile")
  res.json({ trial: await tryWebhook(req.scope, { ...trial, profile }, now) })
}
