import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { engageDeleteTemplateStep } from "../steps/delete-template"

export const deleteTemplateWorkflowId = "engage-delete-template"

/** Deletes a message template. */
export const deleteTemplateWorkflow = createWorkflow(
  deleteTemplateWorkflowId,
  (id: WorkflowData<string>) => new WorkflowResponse(engageDeleteTemplateStep(id))
)
