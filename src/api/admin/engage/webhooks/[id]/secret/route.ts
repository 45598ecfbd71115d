import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getWebhook, renewSecret } from "../../../../../../modules/outbound/webhook/store"
import { engageContext } from "../../../../../context"
import { presentWebhook } from "../../present"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { id } = req.params
  const secret = await renewSecret(db, id, now)
  res.json({ webhook: presentWebhook(await getWebhook(db, id)), secret })
}
