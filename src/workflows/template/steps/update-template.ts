import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Db } from "../../../lib/db"
import {
  archiveTemplate,
  getTemplate,
  type TemplateInput,
  updateTemplate,
} from "../../../modules/content/templates/templates"
import type { Template } from "../../../types/content"

export type UpdateTemplateInput = { id: string; change: TemplateChange }

/** `archived` puts it away, or takes it out again. */
export type TemplateChange = Partial<TemplateInput> & { archived?: boolean }

/** Changes a template; taken back by writing what it was. */
export const engageUpdateTemplateStep = createStep(
  "engage-update-template",
  async ({ id, change }: UpdateTemplateInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await getTemplate(db, id)
    return new StepResponse(await write(db, id, change, new Date()), before)
  },
  async (before, { container }) => {
    if (!before) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const change = { ...before, archived: before.archived_at !== null }
    await write(db, before.id, change, new Date(before.updated_at))
  }
)

async function write(
  db: Db,
  id: string,
  { archived, ...change }: TemplateChange,
  now: Date
): Promise<Template> {
  const changed = Object.keys(change).length ? await updateTemplate(db, id, change, now) : null
  if (archived !== undefined) return archiveTemplate(db, id, archived, now)
  return changed ?? getTemplate(db, id)
}
