import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  createWebhook,
  type NewWebhook,
  setWebhookDeleted,
} from "../../../modules/outbound/webhook/store"

/** Makes a webhook; taken back by deleting it. */
export const createWebhookStep = createStep(
  "engage-create-webhook",
  async (input: NewWebhook, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const id = await createWebhook(db, input, new Date())
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setWebhookDeleted(db, id, true, new Date())
  }
)
