import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getTemplate } from "../../../../../modules/content/templates/templates"
import { deleteTemplateWorkflow } from "../../../../../workflows/template/workflows/delete-template"
import { updateTemplateWorkflow } from "../../../../../workflows/template/workflows/update-template"
import { presentTemplates } from "../present"
import type { UpdateTemplate } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [template] = await presentTemplates(db, [await getTemplate(db, req.params.id)])
  res.json({ template })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateTemplate>,
  res: MedusaResponse
) => {
  const input = { id: req.params.id, change: req.validatedBody }
  const { result } = await updateTemplateWorkflow(req.scope).run({ input })
  res.json({ template: result })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await deleteTemplateWorkflow(req.scope).run({ input: id })
  res.json({ id, object: "template", deleted: true })
}
