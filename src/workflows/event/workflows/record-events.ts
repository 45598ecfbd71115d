import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type RecordEventsInput, recordEventsStep } from "../steps/record-events"

export const recordEventsWorkflowId = "engage-record-events"

/** Records what people did elsewhere in the shop's own code. Answers what became of each event. */
export const recordEventsWorkflow = createWorkflow(
  recordEventsWorkflowId,
  (input: RecordEventsInput) => new WorkflowResponse(recordEventsStep(input))
)
