import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSegment } from "../../../../../../modules/segment/store"
import { refreshSegmentWorkflow } from "../../../../../../workflows/segment/workflows/refresh-segment"
import { engageContext } from "../../../../../context"
import { presentSegment } from "../../present"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { result } = await refreshSegmentWorkflow(req.scope).run({ input: req.params.id })
  res.json({ segment: await presentSegment(context, await getSegment(context.db, result)) })
}
