import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CreateAudienceInput, createAudienceStep } from "../steps/create-audience"

export const createAudienceWorkflowId = "engage-create-audience"

/** Freezes an audience: from a segment, a rule, a list of people, or empty. */
export const createAudienceWorkflow = createWorkflow(
  createAudienceWorkflowId,
  (input: CreateAudienceInput) => new WorkflowResponse(createAudienceStep(input))
)
