import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CONTENT_MODULE } from "../../../../../modules/content"
import type ContentModuleService from "../../../../../modules/content/service"
import { listVariables } from "../../../../../modules/content/preview"
import { previewContext } from "../preview-context"
import type { ListVariables } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListVariables>,
  res: MedusaResponse
) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { options } = req.scope.resolve<ContentModuleService>(CONTENT_MODULE)
  const { profile_id, campaign_id } = req.validatedQuery as ListVariables
  const context = await previewContext(db, options, campaign_id)
  res.json({ variables: await listVariables(db, profile_id, context) })
}
