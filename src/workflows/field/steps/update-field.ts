import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type FieldPatch, getField, updateField } from "../../../modules/profile/fields/store"

/** Changes how a field is shown; taken back by writing what it was. */
export const updateFieldStep = createStep(
  "engage-update-field",
  async ({ id, ...patch }: FieldPatch & { id: string }, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await getField(db, id)
    return new StepResponse(await updateField(db, id, patch), before)
  },
  async (before, { container }) => {
    if (!before) return
    await updateField(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), before.id, before)
  }
)
