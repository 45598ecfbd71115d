import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listTypos } from "../../../../../modules/profile/quality/domains"
import { engageContext } from "../../../../context"
import type { ListTypos } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listTypos(db, req.validatedQuery as ListTypos))
}
