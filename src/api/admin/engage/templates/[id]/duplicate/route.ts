import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getTemplate } from "../../../../../../modules/content/templates/templates"
import { createTemplateWorkflow } from "../../../../../../workflows/template/workflows/create-template"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { name, channel, subject, preheader, html, text, card, document } = await getTemplate(
    db,
    req.params.id
  )
  const { result } = await createTemplateWorkflow(req.scope).run({
    input: { name: `${name} (copy)`, channel, subject, preheader, html, text, card, document },
  })
  res.json({ template: result })
}
