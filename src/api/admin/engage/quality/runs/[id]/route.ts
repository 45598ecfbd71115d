import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countChanges, getRun } from "../../../../../../modules/profile/quality/runs"
import { engageContext } from "../../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id } = req.params
  res.json({ run: await getRun(db, id), fields: await countChanges(db, id) })
}
