import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reviewBroadcast } from "../../../../../../modules/campaign/broadcast/review"
import { getBroadcast } from "../../../../../../modules/campaign/broadcast/store"
import { engageContext } from "../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  res.json(await reviewBroadcast(context, await getBroadcast(context.db, req.params.id)))
}
