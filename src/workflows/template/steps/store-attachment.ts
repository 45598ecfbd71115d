import { deleteFilesWorkflow, uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkAttachment } from "../../../modules/content/attachments/check"
import { deleteAttachment, saveAttachment } from "../../../modules/content/attachments/store"

/** Its content is base64: a workflow's input is JSON. */
export type AttachedUpload = { filename: string; mimeType: string; content: string }

const UNKNOWN_TYPE = "application/octet-stream"

/** Puts a file where the shop keeps its files, as a private one; taken back by taking it away. */
export const storeAttachmentStep = createStep(
  "engage-store-attachment",
  async ({ filename, mimeType, content }: AttachedUpload, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const size = Buffer.from(content, "base64").length
    const name = checkAttachment({ name: filename, size })
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : UNKNOWN_TYPE
    const { result } = await uploadFilesWorkflow(container).run({
      input: { files: [{ filename: name, mimeType: type, content, access: "private" }] },
    })
    const [{ id: file_id }] = result
    const attachment = await saveAttachment(db, { file_id, name, type, size })
    return new StepResponse(attachment, { file_id, id: attachment.id })
  },
  async (stored, { container }) => {
    if (!stored) return
    await deleteAttachment(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), stored.id)
    await deleteFilesWorkflow(container).run({ input: { ids: [stored.file_id] } })
  }
)
