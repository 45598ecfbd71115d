import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { startImport } from "../../../../../../modules/transfer/import/steer"
import { getImport, presentImport } from "../../../../../../modules/transfer/import/store"
import { KINDS } from "../../../../../../modules/transfer/kinds/all"
import { engageContext } from "../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { id, kind } = await getImport(db, req.params.id)
  res.json({ import: presentImport(await startImport(db, KINDS[kind], id, now)) })
}
