import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  getTemplate,
  type TemplateInput,
  updateTemplate,
} from "../../../modules/content/templates/templates"

export type UpdateTemplateInput = { id: string; change: Partial<TemplateInput> }

/** Changes a template; taken back by writing what it was. */
export const engageUpdateTemplateStep = createStep(
  "engage-update-template",
  async ({ id, change }: UpdateTemplateInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await getTemplate(db, id)
    return new StepResponse(await updateTemplate(db, id, change, new Date()), before)
  },
  async (before, { container }) => {
    if (!before) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await updateTemplate(db, before.id, before, new Date(before.updated_at))
  }
)
