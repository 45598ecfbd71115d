import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findEverywhere } from "../../../../../modules/content/replace/run"
import { engageContext } from "../../../../context"
import type { PreviewReplacement } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewReplacement>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  res.json({ found: await findEverywhere(db, req.validatedBody) })
}
