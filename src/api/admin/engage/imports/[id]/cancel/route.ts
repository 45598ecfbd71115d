import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelImport } from "../../../../../../modules/transfer/import/steer"
import { presentImport } from "../../../../../../modules/transfer/import/store"
import { engageContext } from "../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  res.json({ import: presentImport(await cancelImport(db, req.params.id, now)) })
}
