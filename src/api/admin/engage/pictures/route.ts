import { buffer } from "node:stream/consumers"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addPictureWorkflow } from "../../../../workflows/template/workflows/add-picture"
import { readMultipart } from "../../../multipart"

const MAX_BYTES = 10_000_000

/** Takes a picture for messages. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { filename, mimeType, file } = await readMultipart(req, MAX_BYTES)
  const content = (await buffer(file)).toString("base64")
  const { result } = await addPictureWorkflow(req.scope).run({
    input: { filename, mimeType, content },
  })
  res.status(201).json({ picture: result })
}
