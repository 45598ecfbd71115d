import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteSegmentStep } from "../steps/delete-segment"

export const deleteSegmentWorkflowId = "engage-delete-segment"

/** Deletes a segment unless a draft still needs it. */
export const deleteSegmentWorkflow = createWorkflow(
  deleteSegmentWorkflowId,
  (id: string) => new WorkflowResponse(deleteSegmentStep(id))
)
