import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewTrigger } from "../../../../../modules/campaign/triggers/preview"
import { engageContext } from "../../../../context"
import { whileWaiting } from "../../../../waiting"
import type { PreviewTrigger } from "../validators"

/** How often a trigger would have let people in lately. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewTrigger>,
  res: MedusaResponse
) => {
  const signal = whileWaiting(res)
  const { db, now, zone } = await engageContext(req)
  res.json({ preview: await previewTrigger(db, req.validatedBody, { now, zone }, signal) })
}
