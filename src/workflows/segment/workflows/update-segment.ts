import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refreshSegmentStep } from "../steps/refresh-segment"
import { type UpdateSegmentInput, updateSegmentStep } from "../steps/update-segment"

export const updateSegmentWorkflowId = "engage-update-segment"

/** Changes a segment and computes its members anew. */
export const updateSegmentWorkflow = createWorkflow(
  updateSegmentWorkflowId,
  (input: UpdateSegmentInput) => {
    const segment = updateSegmentStep(input)
    const id = transform({ segment }, (data) => data.segment.id)
    return new WorkflowResponse(refreshSegmentStep(id))
  }
)
