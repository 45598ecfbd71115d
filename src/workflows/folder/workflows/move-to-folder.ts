import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moveToFolderStep, type MoveToFolderInput } from "../steps/move-to-folder"

export const moveToFolderWorkflowId = "engage-move-to-folder"

/** Puts segments, audiences, templates, broadcasts or campaigns into a folder, or out of any. @returns how many */
export const moveToFolderWorkflow = createWorkflow(
  moveToFolderWorkflowId,
  (input: MoveToFolderInput) => new WorkflowResponse(moveToFolderStep(input))
)
