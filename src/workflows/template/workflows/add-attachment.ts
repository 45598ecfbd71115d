import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type AttachedUpload, storeAttachmentStep } from "../steps/store-attachment"

export const addAttachmentWorkflowId = "engage-add-attachment"

/** Keeps a file that is to go along with e-mail. */
export const addAttachmentWorkflow = createWorkflow(
  addAttachmentWorkflowId,
  (upload: AttachedUpload) => new WorkflowResponse(storeAttachmentStep(upload))
)
