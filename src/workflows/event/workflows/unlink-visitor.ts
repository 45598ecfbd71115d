import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type UnlinkVisitorInput, unlinkVisitorStep } from "../steps/unlink-visitor"

export const unlinkVisitorWorkflowId = "engage-unlink-visitor"

/** Takes the join of a device to a profile back: its visits and events are nobody's again. */
export const unlinkVisitorWorkflow = createWorkflow(
  unlinkVisitorWorkflowId,
  (input: UnlinkVisitorInput) => new WorkflowResponse(unlinkVisitorStep(input))
)
