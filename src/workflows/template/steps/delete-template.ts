import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertTemplateUnused } from "../../../modules/campaign/template-uses"
import { deleteTemplate, restoreTemplate } from "../../../modules/content/templates/templates"

/** Takes a template out of every list; taken back by restoring it. */
export const engageDeleteTemplateStep = createStep(
  "engage-delete-template",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await assertTemplateUnused(db, id)
    await deleteTemplate(db, id, new Date())
    return new StepResponse(undefined, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await restoreTemplate(db, id)
  }
)
