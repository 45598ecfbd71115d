import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteField } from "../../../modules/profile/fields/store"

/** Removes a field with its values. It is the last step of its workflow: nothing after it can fail. */
export const deleteFieldStep = createStep(
  "engage-delete-field",
  async (id: string, { container }) => {
    await deleteField(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), id)
    return new StepResponse(id)
  }
)
