import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  createTemplate,
  deleteTemplate,
  type TemplateInput,
} from "../../../modules/content/templates/templates"

/** Saves a template; taken back by deleting it. */
export const engageCreateTemplateStep = createStep(
  "engage-create-template",
  async (input: TemplateInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const template = await createTemplate(db, input, new Date())
    return new StepResponse(template, template.id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await deleteTemplate(db, id, new Date())
  }
)
