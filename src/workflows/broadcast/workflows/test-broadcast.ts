import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type TestBroadcastInput, testBroadcastStep } from "../steps/test-broadcast"

export const testBroadcastWorkflowId = "engage-test-broadcast"

/** Sends one copy of a broadcast to an address of the staff, as one person would get it. */
export const testBroadcastWorkflow = createWorkflow(
  testBroadcastWorkflowId,
  (input: TestBroadcastInput) => new WorkflowResponse(testBroadcastStep(input))
)
