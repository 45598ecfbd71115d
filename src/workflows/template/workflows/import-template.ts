import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { nameOf } from "../../../modules/content/import/import-message"
import { engageCreateTemplateStep } from "../steps/create-template"
import { type MessageFile, readMessageFileStep } from "../steps/read-message-file"

export const importTemplateWorkflowId = "engage-import-template"

/** Makes a template of a message from another tool, and tells what could not be taken over. */
export const importTemplateWorkflow = createWorkflow(
  importTemplateWorkflowId,
  (file: MessageFile) => {
    const message = readMessageFileStep(file)
    const input = transform({ file, message }, ({ file, message }) => ({
      name: nameOf(file.filename),
      subject: message.subject,
      preheader: message.preheader,
      html: message.html,
      document: message.document,
      text: null,
    }))
    const template = engageCreateTemplateStep(input)
    const { parts, problems } = message
    return new WorkflowResponse({ template, parts, problems })
  }
)
