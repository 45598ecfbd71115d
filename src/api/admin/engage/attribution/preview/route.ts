import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewAttribution } from "../../../../../modules/report/attribution/rule"
import { engageContext } from "../../../../context"
import type { PreviewAttribution } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewAttribution>,
  res: MedusaResponse
) => {
  const { db, now, zone, currency } = await engageContext(req)
  const { id, ...rule } = req.validatedBody
  res.json({ preview: await previewAttribution(db, id, rule, { now, zone, currency }) })
}
