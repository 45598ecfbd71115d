import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getWebhook, setWebhookDeleted } from "../../../modules/outbound/webhook/store"

/** Deletes a webhook; taken back by bringing it back. */
export const deleteWebhookStep = createStep(
  "engage-delete-webhook",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await getWebhook(db, id)
    await setWebhookDeleted(db, id, true, new Date())
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setWebhookDeleted(db, id, false, new Date())
  }
)
