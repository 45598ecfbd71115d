import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { endPromoCodesStep } from "../steps/end-promo-codes"

export const endPromoCodesWorkflowId = "engage-end-promo-codes"

/**
 * Notes which promo codes of campaigns were used, and ends unused ones whose time is over or that are to be taken back.
 * @param input.now - ISO 8601; left out for the time it is
 * @returns how many codes were ended
 */
export const endPromoCodesWorkflow = createWorkflow(
  endPromoCodesWorkflowId,
  (input: { now?: string }) => new WorkflowResponse(endPromoCodesStep(input))
)
