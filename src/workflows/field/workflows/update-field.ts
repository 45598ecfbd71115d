import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { FieldPatch } from "../../../modules/profile/fields/store"
import { updateFieldStep } from "../steps/update-field"

export const updateFieldWorkflowId = "engage-update-field"

/** Changes label, description, choices, order or visibility of a field. */
export const updateFieldWorkflow = createWorkflow(
  updateFieldWorkflowId,
  (input: FieldPatch & { id: string }) => new WorkflowResponse(updateFieldStep(input))
)
