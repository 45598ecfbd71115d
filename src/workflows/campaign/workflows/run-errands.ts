import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { runErrandsStep } from "../steps/run-errands"

export const runErrandsWorkflowId = "engage-run-errands"

/**
 * Does what steps of campaigns have done by others, such as making promo codes, and lets the people go on.
 * @param input.now - ISO 8601; left out for the time it is
 * @returns how many errands were run
 */
export const runErrandsWorkflow = createWorkflow(
  runErrandsWorkflowId,
  (input: { now?: string }) => new WorkflowResponse(runErrandsStep(input))
)
