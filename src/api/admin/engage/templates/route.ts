import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listTemplates } from "../../../../modules/content/templates/list"
import { createTemplateWorkflow } from "../../../../workflows/template/workflows/create-template"
import { presentTemplates } from "./present"
import type { CreateTemplate, ListTemplates } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListTemplates>,
  res: MedusaResponse
) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { templates, next_cursor } = await listTemplates(db, req.validatedQuery as ListTemplates)
  res.json({ templates: await presentTemplates(db, templates), next_cursor })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateTemplate>,
  res: MedusaResponse
) => {
  const { result } = await createTemplateWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ template: result })
}
