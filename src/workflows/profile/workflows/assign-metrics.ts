import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type AssignMetricsInput, assignMetricsStep } from "../steps/assign-metrics"

export const assignMetricsWorkflowId = "engage-assign-metrics"

/** Assigns values of metrics that come from outside to up to 1,000 people. */
export const assignMetricsWorkflow = createWorkflow(
  assignMetricsWorkflowId,
  (input: AssignMetricsInput) => new WorkflowResponse(assignMetricsStep(input))
)
