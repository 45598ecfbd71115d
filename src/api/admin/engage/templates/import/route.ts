import { buffer } from "node:stream/consumers"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importTemplateWorkflow } from "../../../../../workflows/template/workflows/import-template"
import { readMultipart } from "../../../../multipart"
import type { ImportTemplate } from "../validators"

const MAX_BYTES = 15_000_000

/** Makes a template of another tool's message. */
export const POST = async (
  req: AuthenticatedMedusaRequest<unknown, ImportTemplate>,
  res: MedusaResponse
) => {
  const { as } = req.validatedQuery as ImportTemplate
  const { filename, file } = await readMultipart(req, MAX_BYTES)
  const content = (await buffer(file)).toString("base64")
  const { result } = await importTemplateWorkflow(req.scope).run({
    input: { filename, content, as },
  })
  res.status(201).json(result)
}
