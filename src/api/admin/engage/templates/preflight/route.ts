import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { compileDocument } from "../../../../../modules/content/document/compile/message"
import { preflight } from "../../../../../modules/content/preflight/preflight"
import { engageContext } from "../../../../context"
import type { PreflightTemplate } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PreflightTemplate>,
  res: MedusaResponse
) => {
  const { db, options, now } = await engageContext(req)
  const { document, ...body } = req.validatedBody
  const parts = document ? { ...body, html: compileDocument(document) } : body
  res.json(await preflight(db, parts, { options, now }))
}
