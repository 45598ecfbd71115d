import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { tagThingsStep, type TagThingsInput } from "../steps/tag-things"

export const tagThingsWorkflowId = "engage-tag-things"

/** Gives segments, audiences, templates, broadcasts or campaigns tags, or takes tags away. @returns how many there were */
export const tagThingsWorkflow = createWorkflow(
  tagThingsWorkflowId,
  (input: TagThingsInput) => new WorkflowResponse(tagThingsStep(input))
)
