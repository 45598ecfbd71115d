import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { getAttachment } from "../../../../../modules/content/attachments/store"

/** The file as it goes along; always to be saved, so that nothing in it runs beside the admin. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { file_id, name } = await getAttachment(db, req.params.id)
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(file_id)
  res.attachment(name)
  res.setHeader("Content-Type", "application/octet-stream")
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.send(bytes)
}
