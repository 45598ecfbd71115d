import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { orderFieldsStep } from "../steps/order-fields"

export const orderFieldsWorkflowId = "engage-order-fields"

/** Puts the shop's own fields in the order in which they are to be shown. */
export const orderFieldsWorkflow = createWorkflow(
  orderFieldsWorkflowId,
  (ids: WorkflowData<string[]>) => new WorkflowResponse(orderFieldsStep(ids))
)
