import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { setBroadcastDeleted } from "../../../modules/campaign/broadcast/store"

/** Deletes a draft; taken back by bringing it back. */
export const deleteBroadcastStep = createStep(
  "engage-delete-broadcast",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setBroadcastDeleted(db, id, true)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setBroadcastDeleted(db, id, false)
  }
)
