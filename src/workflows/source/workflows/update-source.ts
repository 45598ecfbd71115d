import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type UpdateSourceInput, updateSourceStep } from "../steps/update-source"

export const updateSourceWorkflowId = "engage-update-source"

/** Changes a source from which events come in. */
export const updateSourceWorkflow = createWorkflow(
  updateSourceWorkflowId,
  (input: UpdateSourceInput) => new WorkflowResponse(updateSourceStep(input))
)
