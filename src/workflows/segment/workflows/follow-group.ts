import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type FollowGroupInput, followGroupStep } from "../steps/follow-group"

export const followGroupWorkflowId = "engage-follow-group"

/** Lets a Medusa customer group follow a segment, or stops it; the group keeps its customers then. */
export const followGroupWorkflow = createWorkflow(
  followGroupWorkflowId,
  (input: FollowGroupInput) => new WorkflowResponse(followGroupStep(input))
)
