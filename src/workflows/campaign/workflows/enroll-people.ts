import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type EnrollPeopleInput, enrollPeopleStep } from "../steps/enroll-people"

export const enrollPeopleWorkflowId = "engage-enroll-people"

/** Lets people into a live campaign, by its rules of entry. Answers how many came in. */
export const enrollPeopleWorkflow = createWorkflow(
  enrollPeopleWorkflowId,
  (input: EnrollPeopleInput) => new WorkflowResponse(enrollPeopleStep(input))
)
