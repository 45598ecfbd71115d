import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { segmentHistory } from "../../../../../../modules/segment/read"
import { getSegment } from "../../../../../../modules/segment/store"
import { engageContext } from "../../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const segment = await getSegment(context.db, req.params.id)
  res.json({ history: await segmentHistory(context.db, segment, context) })
}
