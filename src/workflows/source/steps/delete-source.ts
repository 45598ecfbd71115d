import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getSource, setSourceDeleted } from "../../../modules/profile/sources/store"

/** Deletes an inbound source; what it sent stays. Taken back by bringing it back. */
export const deleteSourceStep = createStep(
  "engage-delete-source",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await getSource(db, id)
    await setSourceDeleted(db, id, true)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setSourceDeleted(db, id, false)
  }
)
