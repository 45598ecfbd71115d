import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { TemplateInput } from "../../../modules/content/templates/templates"
import { engageCreateTemplateStep } from "../steps/create-template"

export const createTemplateWorkflowId = "engage-create-template"

/** Saves a new message template. */
export const createTemplateWorkflow = createWorkflow(
  createTemplateWorkflowId,
  (input: TemplateInput) => new WorkflowResponse(engageCreateTemplateStep(input))
)
