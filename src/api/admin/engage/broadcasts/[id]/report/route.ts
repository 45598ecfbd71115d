import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { broadcastReport } from "../../../../../../modules/report/broadcast/report"
import { engageContext } from "../../../../../context"
import { loadStarted } from "../../started"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  res.json(await broadcastReport(db, await loadStarted(db, req.params.id), currency))
}
