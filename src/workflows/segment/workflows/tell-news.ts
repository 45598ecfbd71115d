import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { tellNewsStep } from "../steps/tell-news"

export const tellSegmentNewsWorkflowId = "engage-tell-segment-news"

/** Emits `engage.segment.entered` and `engage.segment.left` for whoever moved since the last time. */
export const tellSegmentNewsWorkflow = createWorkflow(
  tellSegmentNewsWorkflowId,
  () => new WorkflowResponse(tellNewsStep())
)
