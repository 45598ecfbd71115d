import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type SendTransactionalInput, sendTransactionalStep } from "../steps/send-transactional"

export const sendTransactionalWorkflowId = "engage-send-transactional"

/** Sends a mail that somebody needs, whether they want news or not; once for its key. Answers what became of it. */
export const sendTransactionalWorkflow = createWorkflow(
  sendTransactionalWorkflowId,
  (input: SendTransactionalInput) => new WorkflowResponse(sendTransactionalStep(input))
)
