import { buffer } from "node:stream/consumers"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MOST_ATTACHED } from "../../../../../types/content"
import { putAttachmentBackWorkflow } from "../../../../../workflows/template/workflows/put-attachment-back"
import { readMultipart } from "../../../../multipart"

/** Takes a file again that cannot be read any more. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { file } = await readMultipart(req, 2 * MOST_ATTACHED.bytes)
  const content = (await buffer(file)).toString("base64")
  const { id } = req.params
  const { result } = await putAttachmentBackWorkflow(req.scope).run({ input: { id, content } })
  res.json({ attachment: result })
}
