import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { importMessage } from "../../../modules/content/import/import-message"
import type { ImportAs } from "../../../types/content"
import { storePicture, type Stored, takeBack } from "../uploads"

/** Its content is base64: a workflow's input is JSON. */
export type MessageFile = { filename: string; content: string; as: ImportAs }

/** Reads a message of another tool; its pictures go where the shop keeps its files, and away again when that fails. */
export const readMessageFileStep = createStep(
  "engage-read-message-file",
  async ({ filename, content, as }: MessageFile, { container }) => {
    const file = { filename, bytes: Buffer.from(content, "base64") }
    const uploaded: Stored[] = []
    try {
      const message = await importMessage(file, as, async (picture) => {
        const { filename, mimeType } = picture
        const content = Buffer.from(picture.content).toString("base64")
        const { picture: kept, stored } = await storePicture(container, {
          filename,
          mimeType,
          content,
        })
        uploaded.push(stored)
        return kept.url
      })
      return new StepResponse(message, uploaded)
    } catch (error) {
      await takeBack(container, uploaded)
      throw error
    }
  },
  async (uploaded, { container }) => {
    if (uploaded) await takeBack(container, uploaded)
  }
)
