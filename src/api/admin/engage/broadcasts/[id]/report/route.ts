import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { broadcastReport } from "../../../../../../modules/report/broadcast/report"
import { engageContext } from "../../../../../context"
import { loadStarted } from "../../started"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency, options } = await engageContext(req)
  const shop = { currency, shopUrl: options.storefrontUrl }
  res.json(await broadcastReport(db, await loadStarted(db, req.params.id), shop))
}
