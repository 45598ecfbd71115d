import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type UndoMergeInput, undoMergeStep } from "../steps/undo-merge"

export const undoMergeWorkflowId = "engage-undo-merge"

/** Takes a merge back. Answers the numbers of both profiles. */
export const undoMergeWorkflow = createWorkflow(
  undoMergeWorkflowId,
  (input: UndoMergeInput) => new WorkflowResponse(undoMergeStep(input))
)
