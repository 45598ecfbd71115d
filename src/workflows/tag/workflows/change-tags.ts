import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ChangeTagsInput, changeTagsStep } from "../steps/change-tags"

export const changeTagsWorkflowId = "engage-change-tags"

/** Gives people tags and takes others away: those of a list, or a segment's members. */
export const changeTagsWorkflow = createWorkflow(
  changeTagsWorkflowId,
  (input: ChangeTagsInput) => new WorkflowResponse(changeTagsStep(input))
)
