import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rfmReport } from "../../../../modules/segment/rfm/report"
import { REPORT_TIMEOUT_MS, watchedScan } from "../../../../modules/segment/scan"
import type { RfmReport } from "../../../../types/rfm"
import { engageContext } from "../../../context"
import { whileWaiting } from "../../../waiting"
import { reportBase } from "./base"
import type { GetRfm } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const { mode, window_days, segment_id, r, f, m } = req.validatedQuery as GetRfm
  const { db, now, zone, currency } = await engageContext(req)
  const base = await reportBase(db, segment_id)
  const limits = r && f && m ? { r, f, m } : undefined
  const parts = await watchedScan(
    db,
    signal,
    (trx) => rfmReport(trx, { mode, window_days, limits, base, now, zone }),
    REPORT_TIMEOUT_MS
  )
  const report: RfmReport = {
    mode,
    window_days,
    segment_id: segment_id ?? null,
    ...parts,
    currency,
  }
  res.json(report)
}
