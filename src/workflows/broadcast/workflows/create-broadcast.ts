import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { BroadcastInput } from "../../../modules/campaign/broadcast/store"
import { createBroadcastStep } from "../steps/create-broadcast"

export const createBroadcastWorkflowId = "engage-create-broadcast"

/** Saves a new draft. Answers its id. */
export const createBroadcastWorkflow = createWorkflow(
  createBroadcastWorkflowId,
  (input: BroadcastInput) => new WorkflowResponse(createBroadcastStep(input))
)
