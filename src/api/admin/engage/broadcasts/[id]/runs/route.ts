import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openRun, seriesRuns } from "../../../../../../modules/campaign/broadcast/series-runs"
import { getBroadcast } from "../../../../../../modules/campaign/broadcast/store"
import { engageContext } from "../../../../../context"
import type { ListRuns } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { series_id } = await getBroadcast(db, req.params.id)
  res.json({
    next: await openRun(db, series_id),
    ...(await seriesRuns(db, series_id, req.validatedQuery as ListRuns)),
  })
}
