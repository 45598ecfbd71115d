import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type UpdateTemplateInput, engageUpdateTemplateStep } from "../steps/update-template"

export const updateTemplateWorkflowId = "engage-update-template"

/** Changes a message template. What was sent with it stays as it was. */
export const updateTemplateWorkflow = createWorkflow(
  updateTemplateWorkflowId,
  (input: UpdateTemplateInput) => new WorkflowResponse(engageUpdateTemplateStep(input))
)
