import { deleteFilesWorkflow, uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { importMessage } from "../../../modules/content/import/import-message"
import type { ImportAs } from "../../../types/content"

/** Its content is base64: a workflow's input is JSON. */
export type MessageFile = { filename: string; content: string; as: ImportAs }

/** Reads a message of another tool; its pictures go where the shop keeps its files, and away again when that fails. */
export const readMessageFileStep = createStep(
  "engage-read-message-file",
  async ({ filename, content, as }: MessageFile, { container }) => {
    const file = { filename, bytes: Buffer.from(content, "base64") }
    const uploaded: string[] = []
    const remove = () => deleteFilesWorkflow(container).run({ input: { ids: uploaded } })
    try {
      const message = await importMessage(file, as, async (picture) => {
        const { result } = await uploadFilesWorkflow(container).run({
          input: {
            files: [
              {
                filename: picture.filename,
                mimeType: picture.mimeType,
                content: Buffer.from(picture.content).toString("base64"),
                access: "public",
              },
            ],
          },
        })
        uploaded.push(result[0].id)
        return result[0].url
      })
      return new StepResponse(message, uploaded)
    } catch (error) {
      if (uploaded.length) await remove()
      throw error
    }
  },
  async (uploaded, { container }) => {
    if (uploaded?.length) await deleteFilesWorkflow(container).run({ input: { ids: uploaded } })
  }
)
