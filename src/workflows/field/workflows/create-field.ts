import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { FieldInput } from "../../../modules/profile/fields/store"
import { createFieldStep } from "../steps/create-field"

export const createFieldWorkflowId = "engage-create-field"

/** Registers a field of the shop's own, and reads it out of the metadata that it is bound to. */
export const createFieldWorkflow = createWorkflow(
  createFieldWorkflowId,
  (input: FieldInput) => new WorkflowResponse(createFieldStep(input))
)
