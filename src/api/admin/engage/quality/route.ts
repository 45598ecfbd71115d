import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { qualityReport } from "../../../../modules/profile/quality/report"
import { REPORT_TIMEOUT_MS, watchedScan } from "../../../../modules/segment/scan"
import { engageContext } from "../../../context"
import { whileWaiting } from "../../../waiting"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const { db } = await engageContext(req)
  res.json(await watchedScan(db, signal, qualityReport, REPORT_TIMEOUT_MS))
}
