import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type UpdateWebhookInput, updateWebhookStep } from "../steps/update-webhook"

export const updateWebhookWorkflowId = "engage-update-webhook"

/** Changes a webhook, pauses it or lets it go on. */
export const updateWebhookWorkflow = createWorkflow(
  updateWebhookWorkflowId,
  (input: UpdateWebhookInput) => new WorkflowResponse(updateWebhookStep(input))
)
