import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type MergeProfilesInput, mergeProfilesStep } from "../steps/merge-profiles"

export const mergeProfilesWorkflowId = "engage-merge-profiles"

/** Makes one profile of two. Answers the merge's number, by which it can be undone. */
export const mergeProfilesWorkflow = createWorkflow(
  mergeProfilesWorkflowId,
  (input: MergeProfilesInput) => new WorkflowResponse(mergeProfilesStep(input))
)
