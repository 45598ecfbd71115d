import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { releaseSuppression } from "../../../../../modules/delivery/reports/suppressions"
import { engageContext } from "../../../../context"
import type { ReleaseSuppression } from "../validators"

/** The address stands in the body: paths end up in logs. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ReleaseSuppression>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await releaseSuppression(db, req.validatedBody)
  res.json({ address: req.validatedBody.address })
}
