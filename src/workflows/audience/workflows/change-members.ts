import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ChangeMembersInput, changeMembersStep } from "../steps/change-members"

export const changeAudienceMembersWorkflowId = "engage-change-audience-members"

/** Adds people to an audience, takes them out, or undoes an earlier change. */
export const changeAudienceMembersWorkflow = createWorkflow(
  changeAudienceMembersWorkflowId,
  (input: ChangeMembersInput) => new WorkflowResponse(changeMembersStep(input))
)
