import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelRun } from "../../../../../../../modules/profile/quality/runs"
import { engageContext } from "../../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  res.json({ run: await cancelRun(db, req.params.id, now) })
}
