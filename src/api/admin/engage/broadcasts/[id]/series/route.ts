import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openRun } from "../../../../../../modules/campaign/broadcast/series-runs"
import { getBroadcast } from "../../../../../../modules/campaign/broadcast/store"
import { steerBroadcastWorkflow } from "../../../../../../workflows/broadcast/workflows/steer-broadcast"
import { engageContext } from "../../../../../context"
import type { SteerSeries } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<SteerSeries>, res: MedusaResponse) => {
  const { id } = req.params
  const { db } = await engageContext(req)
  const { series_id } = await getBroadcast(db, id)
  await steerBroadcastWorkflow(req.scope).run({
    input: { id, action: "series", series: req.validatedBody.action },
  })
  res.json({ next: await openRun(db, series_id) })
}
