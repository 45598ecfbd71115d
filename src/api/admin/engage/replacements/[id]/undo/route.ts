import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { undoReplacement } from "../../../../../../modules/content/replace/run"
import { engageContext } from "../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  res.json(await undoReplacement(db, req.params.id, now))
}
