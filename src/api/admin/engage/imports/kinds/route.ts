import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { KINDS } from "../../../../../modules/transfer/kinds/all"
import type { ImportKindInfo } from "../../../../../types/transfer"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const kinds: ImportKindInfo[] = []
  for (const { key, identifiedBy, fields } of Object.values(KINDS))
    kinds.push({ key, identified_by: identifiedBy, fields: await fields(db) })
  res.json({ kinds })
}
