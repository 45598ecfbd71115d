import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CONTENT_MODULE } from "../../../../../modules/content"
import type ContentModuleService from "../../../../../modules/content/service"
import { previewContent } from "../../../../../modules/content/preview"
import { compileParts } from "../../../../../modules/content/templates/compile"
import { previewContext } from "../preview-context"
import type { PreviewTemplate } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewTemplate>,
  res: MedusaResponse
) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { options } = req.scope.resolve<ContentModuleService>(CONTENT_MODULE)
  const { profile_id, campaign_id, language, ...body } = req.validatedBody
  const context = await previewContext(db, options, campaign_id ?? undefined)
  const parts = compileParts(body)
  res.json(await previewContent(db, parts, profile_id ?? undefined, context, language ?? null))
}
