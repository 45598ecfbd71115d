import type { ProviderWebhookPayload } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PaymentActions } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { queryOne } from "../../../lib/db"
import type { ServerEvent } from "../../../modules/profile/events/server-event"
import { PAYMENT_FAILED } from "../../../modules/profile/events/tables"
import { PAYMENT_SESSION } from "../../../modules/profile/shop/payments"

type Session = {
  id: string
  amount: number
  currency: string
  cart_id: string | null
  order_id: string | null
  customer_id: string | null
  email: string | null
}

/** What a webhook of a payment provider tells of somebody's payment, if it says that it failed. */
export const readPaymentWebhookStep = createStep(
  "engage-read-payment-webhook",
  async ({ provider, payload }: ProviderWebhookPayload, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    const rawData = readBuffer(payload.rawData)
    const told = await payments.getWebhookActionAndData({
      provider,
      payload: { ...payload, rawData },
    })
    const session = told.data?.session_id
    if (told.action !== PaymentActions.FAILED || !session)
      return new StepResponse<ServerEvent[]>([])
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const found = await queryOne<Session>(db, PAYMENT_SESSION, { session })
    return new StepResponse(found ? asEvents(found) : [])
  }
)

/** Events that went through a queue have their bytes as a list. */
function readBuffer(raw: ProviderWebhookPayload["payload"]["rawData"]) {
  const listed = raw as unknown as { type?: string; data?: number[] }
  return listed?.type === "Buffer" ? Buffer.from(listed.data!) : raw
}

function asEvents({ id, customer_id, email, ...about }: Session): ServerEvent[] {
  const who = email ? { email } : customer_id ? { customer_id } : undefined
  if (!who) return []
  const properties = { payment_session_id: id, ...about }
  return [{ name: PAYMENT_FAILED, message_id: `${id}:failed`, ...who, properties }]
}
