import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkAttachment } from "../../../modules/content/attachments/check"
import { saveAttachment } from "../../../modules/content/attachments/store"
import { putIntoShop, takeBack, type Upload } from "../uploads"

const UNKNOWN_TYPE = "application/octet-stream"

/** Puts a file where the shop keeps its files, as a private one; taken back by taking it away. */
export const storeAttachmentStep = createStep(
  "engage-store-attachment",
  async ({ filename, mimeType, content }: Upload, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const size = Buffer.byteLength(content, "base64")
    const name = checkAttachment({ name: filename, size })
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : UNKNOWN_TYPE
    const upload = { filename: name, mimeType: type, content }
    const { id: file_id } = await putIntoShop(container, upload, "private")
    const attachment = await saveAttachment(db, { file_id, name, type, size })
    return new StepResponse(attachment, { file_id, id: attachment.id })
  },
  async (stored, { container }) => {
    if (stored) await takeBack(container, [stored])
  }
)
