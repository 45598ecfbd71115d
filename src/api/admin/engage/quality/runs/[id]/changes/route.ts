import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listChanges } from "../../../../../../../modules/profile/quality/runs"
import { engageContext } from "../../../../../../context"
import type { ListChanges } from "../../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listChanges(db, req.params.id, req.validatedQuery as ListChanges))
}
