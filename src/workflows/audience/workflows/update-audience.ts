import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type UpdateAudienceInput, updateAudienceStep } from "../steps/update-audience"

export const updateAudienceWorkflowId = "engage-update-audience"

/** Renames an audience, files it in a folder or archives it. */
export const updateAudienceWorkflow = createWorkflow(
  updateAudienceWorkflowId,
  (input: UpdateAudienceInput) => new WorkflowResponse(updateAudienceStep(input))
)
