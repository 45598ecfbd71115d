import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listTemplates } from "../../../../modules/content/templates/list"
import { createTemplateWorkflow } from "../../../../workflows/template/workflows/create-template"
import type { CreateTemplate, ListTemplates } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListTemplates>,
  res: MedusaResponse
) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json(await listTemplates(db, req.validatedQuery as ListTemplates))
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateTemplate>,
  res: MedusaResponse
) => {
  const { result } = await createTemplateWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ template: result })
}
