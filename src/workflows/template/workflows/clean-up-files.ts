import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { cleanUpFilesStep } from "../steps/clean-up-files"

export const cleanUpFilesWorkflowId = "engage-clean-up-files"

/** Deletes those of some uploaded files that no template, version or sent message uses, and tells which are gone. */
export const cleanUpFilesWorkflow = createWorkflow(
  cleanUpFilesWorkflowId,
  (ids: string[]) => new WorkflowResponse(cleanUpFilesStep(ids))
)
