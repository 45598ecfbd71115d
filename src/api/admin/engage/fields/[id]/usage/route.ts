import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getField } from "../../../../../../modules/profile/fields/store"
import { fieldUsage } from "../../../../../../modules/report/fields/usage"
import { engageContext } from "../../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ usage: await fieldUsage(db, await getField(db, req.params.id)) })
}
