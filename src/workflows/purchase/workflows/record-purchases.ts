import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type RecordPurchasesInput, recordPurchasesStep } from "../steps/record-purchases"

export const recordPurchasesWorkflowId = "engage-record-purchases"

/** Records purchases made outside of the shop, e.g. in a store. */
export const recordPurchasesWorkflow = createWorkflow(
  recordPurchasesWorkflowId,
  (input: RecordPurchasesInput) => new WorkflowResponse(recordPurchasesStep(input))
)
