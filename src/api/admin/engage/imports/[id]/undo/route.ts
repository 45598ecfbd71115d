import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { undoImport } from "../../../../../../modules/transfer/import/steer"
import { presentImport } from "../../../../../../modules/transfer/import/store"
import { engageContext } from "../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  res.json({ import: presentImport(await undoImport(db, req.params.id, now)) })
}
