import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  getWebhook,
  updateWebhook,
  type WebhookChange,
} from "../../../modules/outbound/webhook/store"

export type UpdateWebhookInput = { id: string; change: WebhookChange }

/** Changes a webhook; taken back by writing what was there. A stopped one that went on stays active then. */
export const updateWebhookStep = createStep(
  "engage-update-webhook",
  async ({ id, change }: UpdateWebhookInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { url, description, types, status } = await getWebhook(db, id)
    await updateWebhook(db, id, change, new Date())
    const before = status === "stopped" ? undefined : status
    return new StepResponse(id, { id, change: { url, description, types, status: before } })
  },
  async (before, { container }) => {
    if (!before) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await updateWebhook(db, before.id, before.change, new Date())
  }
)
