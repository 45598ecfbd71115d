import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type PutBack, putAttachmentBackStep } from "../steps/put-attachment-back"

export const putAttachmentBackWorkflowId = "engage-put-attachment-back"

/** Puts a file that goes along with e-mail, and was lost, into the shop again. */
export const putAttachmentBackWorkflow = createWorkflow(
  putAttachmentBackWorkflowId,
  (file: PutBack) => new WorkflowResponse(putAttachmentBackStep(file))
)
