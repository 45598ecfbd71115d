import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rfmMoves } from "../../../../../modules/segment/rfm/report"
import { REPORT_TIMEOUT_MS, watchedScan } from "../../../../../modules/segment/scan"
import { engageContext } from "../../../../context"
import { whileWaiting } from "../../../../waiting"
import { reportBase } from "../base"
import type { GetRfmMoves } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const { from, to, window_days, segment_id } = req.validatedQuery as GetRfmMoves
  const { db, zone } = await engageContext(req)
  const base = await reportBase(db, segment_id)
  const moves = await watchedScan(
    db,
    signal,
    (trx) => rfmMoves(trx, { from, to, window_days, zone, base }),
    REPORT_TIMEOUT_MS
  )
  res.json({ moves })
}
