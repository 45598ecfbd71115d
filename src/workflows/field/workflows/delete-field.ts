import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteFieldStep } from "../steps/delete-field"

export const deleteFieldWorkflowId = "engage-delete-field"

/** Removes a field with all its values; Medusa's metadata is left alone. */
export const deleteFieldWorkflow = createWorkflow(
  deleteFieldWorkflowId,
  (id: string) => new WorkflowResponse(deleteFieldStep(id))
)
