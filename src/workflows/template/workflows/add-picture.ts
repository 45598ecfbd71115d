import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { storePictureStep } from "../steps/store-picture"
import type { Upload } from "../uploads"

export const addPictureWorkflowId = "engage-add-picture"

/** Keeps a picture for messages. */
export const addPictureWorkflow = createWorkflow(
  addPictureWorkflowId,
  (upload: Upload) => new WorkflowResponse(storePictureStep(upload))
)
