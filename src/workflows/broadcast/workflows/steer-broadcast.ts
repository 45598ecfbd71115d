import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type SteerBroadcastInput, steerBroadcastStep } from "../steps/steer-broadcast"

export const steerBroadcastWorkflowId = "engage-steer-broadcast"

/** Starts, pauses, resumes, cancels or retries a broadcast. Answers its id. */
export const steerBroadcastWorkflow = createWorkflow(
  steerBroadcastWorkflowId,
  (input: SteerBroadcastInput) => new WorkflowResponse(steerBroadcastStep(input))
)
