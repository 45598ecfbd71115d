import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refreshSegmentStep } from "../steps/refresh-segment"

export const refreshSegmentWorkflowId = "engage-refresh-segment"

/** Computes a segment's members from the shop as it is now. */
export const refreshSegmentWorkflow = createWorkflow(
  refreshSegmentWorkflowId,
  (id: string) => new WorkflowResponse(refreshSegmentStep(id))
)
