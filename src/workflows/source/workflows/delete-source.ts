import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteSourceStep } from "../steps/delete-source"

export const deleteSourceWorkflowId = "engage-delete-source"

/** Deletes a source from which events come in. What it sent stays. */
export const deleteSourceWorkflow = createWorkflow(
  deleteSourceWorkflowId,
  (input: string) => new WorkflowResponse(deleteSourceStep(input))
)
