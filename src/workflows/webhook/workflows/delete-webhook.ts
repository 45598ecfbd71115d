import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteWebhookStep } from "../steps/delete-webhook"

export const deleteWebhookWorkflowId = "engage-delete-webhook"

/** Deletes a webhook. What waits for it is not sent. */
export const deleteWebhookWorkflow = createWorkflow(
  deleteWebhookWorkflowId,
  (input: string) => new WorkflowResponse(deleteWebhookStep(input))
)
