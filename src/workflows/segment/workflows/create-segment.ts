import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CreateSegmentInput, createSegmentStep } from "../steps/create-segment"
import { refreshSegmentStep } from "../steps/refresh-segment"

export const createSegmentWorkflowId = "engage-create-segment"

/** Saves a new segment and computes its members. */
export const createSegmentWorkflow = createWorkflow(
  createSegmentWorkflowId,
  (input: CreateSegmentInput) => {
    const segment = createSegmentStep(input)
    const id = transform({ segment }, (data) => data.segment.id)
    return new WorkflowResponse(refreshSegmentStep(id))
  }
)
