import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listDuplicates } from "../../../../modules/profile/identity/duplicates"
import { engageContext } from "../../../context"
import type { ListMerges } from "../merges/validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  res.json(await listDuplicates(db, req.validatedQuery as ListMerges, currency))
}
