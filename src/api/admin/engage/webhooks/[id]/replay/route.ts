import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { replayFailed } from "../../../../../../modules/outbound/webhook/deliveries"
import { getWebhook } from "../../../../../../modules/outbound/webhook/store"
import { engageContext } from "../../../../../context"
import type { ReplayFailed } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<ReplayFailed>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { id } = await getWebhook(db, req.params.id)
  res.json({ deliveries: await replayFailed(db, id, req.validatedBody.since, now) })
}
