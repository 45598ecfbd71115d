import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { megabytes } from "../../../modules/content/attachments/check"
import { getAttachment, moveAttachment } from "../../../modules/content/attachments/store"
import type { Attachment } from "../../../types/content"
import { putIntoShop } from "../uploads"

export type PutBack = { id: string; content: string }

/** Puts a file that cannot be read any more into the shop again; messages that wait for it go on. */
export const putAttachmentBackStep = createStep(
  "engage-put-attachment-back",
  async ({ id, content }: PutBack, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { lost_at, file_id: _, ...attachment } = await getAttachment(db, id)
    const { name, type, size } = attachment
    if (!lost_at) refuse(`“${name}” is where it was: to send another file, change the template`)
    const given = Buffer.byteLength(content, "base64")
    if (given !== size) {
      refuse(`this is another file: “${name}” had ${megabytes(size)}, this one ${megabytes(given)}`)
    }
    const upload = { filename: name, mimeType: type, content }
    const { id: file_id } = await putIntoShop(container, upload, "private")
    await moveAttachment(db, id, file_id)
    return new StepResponse<Attachment>(attachment)
  }
)

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${message}`)
}
