import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CONTENT_MODULE } from "../../../../../modules/content"
import type ContentModuleService from "../../../../../modules/content/service"
import { compileDocument } from "../../../../../modules/content/document/compile/message"
import { previewContent } from "../../../../../modules/content/preview"
import { previewContext } from "../preview-context"
import type { PreviewTemplate } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewTemplate>,
  res: MedusaResponse
) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { options } = req.scope.resolve<ContentModuleService>(CONTENT_MODULE)
  const { profile_id, campaign_id, document, ...body } = req.validatedBody
  const parts = document ? { ...body, html: compileDocument(document) } : body
  const context = await previewContext(db, options, campaign_id ?? undefined)
  res.json(await previewContent(db, parts, profile_id ?? undefined, context))
}
