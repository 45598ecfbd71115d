import type { ProviderWebhookPayload } from "@medusajs/framework/types"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { readPaymentWebhookStep } from "../steps/read-payment-webhook"
import { recordEventsStep } from "../steps/record-events"

export const notePaymentWebhookWorkflowId = "engage-note-payment-webhook"

/** Notes as an event of the person that a payment failed, when a webhook of the payment provider says so. */
export const notePaymentWebhookWorkflow = createWorkflow(
  notePaymentWebhookWorkflowId,
  (input: ProviderWebhookPayload) => {
    const events = readPaymentWebhookStep(input)
    return new WorkflowResponse(recordEventsStep({ events }))
  }
)
