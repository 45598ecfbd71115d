import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CreateSourceInput, createSourceStep } from "../steps/create-source"

export const createSourceWorkflowId = "engage-create-source"

/** Makes a source from which events come in, with a secret of its own. Answers its id. */
export const createSourceWorkflow = createWorkflow(
  createSourceWorkflowId,
  (input: CreateSourceInput) => new WorkflowResponse(createSourceStep(input))
)
