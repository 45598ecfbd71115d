import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readTimeline } from "../../../../../../modules/report/timeline/timeline"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../load"
import type { ListTimeline } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const number = await profileNumber(context, req.params.id)
  res.json(await readTimeline(context.db, number, req.validatedQuery as ListTimeline, context))
}
