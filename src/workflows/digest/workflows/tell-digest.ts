import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { tellDigestStep, type TellDigestInput } from "../steps/tell-digest"

export const tellDigestWorkflowId = "engage-tell-digest"

/** Tells the staff what changed in a week, if they have not been told. */
export const tellDigestWorkflow = createWorkflow(
  tellDigestWorkflowId,
  (input: TellDigestInput) => new WorkflowResponse(tellDigestStep(input))
)
