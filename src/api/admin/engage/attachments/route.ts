import { buffer } from "node:stream/consumers"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MOST_ATTACHED } from "../../../../types/content"
import { addAttachmentWorkflow } from "../../../../workflows/template/workflows/add-attachment"
import { readMultipart } from "../../../multipart"

/** Takes a file that is to go along with e-mail. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  // Somewhat too large ones are read, and refused in the words of the check.
  const { filename, mimeType, file } = await readMultipart(req, 2 * MOST_ATTACHED.bytes)
  const content = (await buffer(file)).toString("base64")
  const { result } = await addAttachmentWorkflow(req.scope).run({
    input: { filename, mimeType, content },
  })
  res.status(201).json({ attachment: result })
}
