import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type TestCampaignInput, testCampaignStep } from "../steps/test-campaign"

export const testCampaignWorkflowId = "engage-test-campaign"

/** Sends one copy of what a step of a campaign sends to an address of the staff, as one person would get it. */
export const testCampaignWorkflow = createWorkflow(
  testCampaignWorkflowId,
  (input: TestCampaignInput) => new WorkflowResponse(testCampaignStep(input))
)
