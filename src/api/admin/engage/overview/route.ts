import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listBroadcasts } from "../../../../modules/campaign/broadcast/store"
import { readOverview } from "../../../../modules/report/overview/overview"
import { engageContext } from "../../../context"
import { presentBroadcasts } from "../broadcasts/present"

const LAST_BROADCASTS = 5

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const overview = await readOverview(context.db, context)
  const { rows } = await listBroadcasts(context.db, { limit: LAST_BROADCASTS })
  res.json({ ...overview, broadcasts: await presentBroadcasts(context, rows) })
}
