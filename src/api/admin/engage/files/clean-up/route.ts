import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cleanUpFilesWorkflow } from "../../../../../workflows/template/workflows/clean-up-files"
import type { CleanUpFiles } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<CleanUpFiles>, res: MedusaResponse) => {
  const { ids } = req.validatedBody
  const { result: deleted } = await cleanUpFilesWorkflow(req.scope).run({ input: ids })
  res.json({ deleted, kept: ids.filter((id) => !deleted.includes(id)) })
}
