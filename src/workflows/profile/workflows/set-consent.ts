import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type SetConsentInput, setConsentStep } from "../steps/set-consent"

export const setConsentWorkflowId = "engage-set-consent"

/** Records what a person said about being contacted, with its proof. Answers whether it was news. */
export const setConsentWorkflow = createWorkflow(
  setConsentWorkflowId,
  (input: SetConsentInput) => new WorkflowResponse(setConsentStep(input))
)
