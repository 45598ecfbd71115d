import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { tellBusStep } from "../steps/tell-bus"

export const tellBusWorkflowId = "engage-tell-bus"

/** Emits the `engage.*` events that some subscriber hears, of what happened since the last time. Answers how many. */
export const tellBusWorkflow = createWorkflow(
  tellBusWorkflowId,
  () => new WorkflowResponse(tellBusStep())
)
