import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { attributeBroadcastStep } from "../steps/attribute-broadcast"
import { type UpdateBroadcastInput, updateBroadcastStep } from "../steps/update-broadcast"

export const updateBroadcastWorkflowId = "engage-update-broadcast"

/** Changes a broadcast and credits its purchases by the window it has now. Answers its id. */
export const updateBroadcastWorkflow = createWorkflow(
  updateBroadcastWorkflowId,
  (input: UpdateBroadcastInput) => {
    const id = updateBroadcastStep(input)
    return new WorkflowResponse(attributeBroadcastStep(id))
  }
)
