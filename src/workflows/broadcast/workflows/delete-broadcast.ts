import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteBroadcastStep } from "../steps/delete-broadcast"

export const deleteBroadcastWorkflowId = "engage-delete-broadcast"

/** Deletes a draft. */
export const deleteBroadcastWorkflow = createWorkflow(
  deleteBroadcastWorkflowId,
  (input: string) => new WorkflowResponse(deleteBroadcastStep(input))
)
