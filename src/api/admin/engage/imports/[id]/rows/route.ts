import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getImport, listRows } from "../../../../../../modules/transfer/import/store"
import { engageContext } from "../../../../../context"
import type { ListImportRows } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const record = await getImport(db, req.params.id)
  res.json({ rows: await listRows(db, record, req.validatedQuery as ListImportRows) })
}
