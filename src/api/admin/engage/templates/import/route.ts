import { buffer } from "node:stream/consumers"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importTemplateWorkflow } from "../../../../../workflows/template/workflows/import-template"
import { readMultipart } from "../../../../multipart"

const MAX_BYTES = 15_000_000

/** Makes a template of another tool's message. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { filename, file } = await readMultipart(req, MAX_BYTES)
  const content = (await buffer(file)).toString("base64")
  const { result } = await importTemplateWorkflow(req.scope).run({ input: { filename, content } })
  res.status(201).json(result)
}
