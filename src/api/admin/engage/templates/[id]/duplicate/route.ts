import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getTemplate } from "../../../../../../modules/content/templates/templates"
import { createTemplateWorkflow } from "../../../../../../workflows/template/workflows/create-template"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const {
    id: _,
    created_at: _made,
    updated_at: _changed,
    archived_at: _archived,
    ...template
  } = await getTemplate(db, req.params.id)
  const { result } = await createTemplateWorkflow(req.scope).run({
    input: { ...template, name: `${template.name} (copy)` },
  })
  res.json({ template: result })
}
