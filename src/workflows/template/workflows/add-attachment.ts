import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { storeAttachmentStep } from "../steps/store-attachment"
import type { Upload } from "../uploads"

export const addAttachmentWorkflowId = "engage-add-attachment"

/** Keeps a file that is to go along with e-mail. */
export const addAttachmentWorkflow = createWorkflow(
  addAttachmentWorkflowId,
  (upload: Upload) => new WorkflowResponse(storeAttachmentStep(upload))
)
