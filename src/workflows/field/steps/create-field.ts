import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createField, deleteField, type FieldInput } from "../../../modules/profile/fields/store"

/** Registers a field; taken back by removing it. */
export const createFieldStep = createStep(
  "engage-create-field",
  async (input: FieldInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const field = await createField(db, input)
    return new StepResponse(field, field.id)
  },
  async (id, { container }) => {
    if (!id) return
    await deleteField(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), id)
  }
)
