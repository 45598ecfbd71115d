import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { NewWebhook } from "../../../modules/outbound/webhook/store"
import { createWebhookStep } from "../steps/create-webhook"

export const createWebhookWorkflowId = "engage-create-webhook"

/** Makes an address that is told of what happens from now on. Answers its id. */
export const createWebhookWorkflow = createWorkflow(
  createWebhookWorkflowId,
  (input: NewWebhook) => new WorkflowResponse(createWebhookStep(input))
)
