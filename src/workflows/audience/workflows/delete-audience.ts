import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteAudienceStep } from "../steps/delete-audience"

export const deleteAudienceWorkflowId = "engage-delete-audience"

/** Deletes an audience unless something unfinished needs it. */
export const deleteAudienceWorkflow = createWorkflow(
  deleteAudienceWorkflowId,
  (input: string) => new WorkflowResponse(deleteAudienceStep(input))
)
