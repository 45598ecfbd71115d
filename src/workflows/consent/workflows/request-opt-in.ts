import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type RequestOptInInput, requestOptInStep } from "../steps/request-opt-in"

export const requestOptInWorkflowId = "engage-request-opt-in"

/** Asks somebody by mail to confirm that they want messages. Answers whether a mail was sent. */
export const requestOptInWorkflow = createWorkflow(
  requestOptInWorkflowId,
  (input: RequestOptInInput) => new WorkflowResponse(requestOptInStep(input))
)
