import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { segmentHistory } from "../../../../../../modules/segment/read"
import { getSegment } from "../../../../../../modules/segment/store"
import { engageContext } from "../../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ history: await segmentHistory(db, await getSegment(db, req.params.id)) })
}
