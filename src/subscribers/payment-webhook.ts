import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { ProviderWebhookPayload } from "@medusajs/framework/types"
import { PaymentWebhookEvents } from "@medusajs/framework/utils"
import { notePaymentWebhookWorkflow } from "../workflows/event/workflows/note-payment-webhook"

/** Notes payments that failed elsewhere: Medusa itself does nothing with what the provider tells of them. */
export default async function paymentWebhook({
  event,
  container,
}: SubscriberArgs<ProviderWebhookPayload>): Promise<void> {
  await notePaymentWebhookWorkflow(container).run({ input: event.data })
}

export const config: SubscriberConfig = {
  event: PaymentWebhookEvents.WebhookReceived,
  context: { subscriberId: "engage-payment-webhook" },
}
