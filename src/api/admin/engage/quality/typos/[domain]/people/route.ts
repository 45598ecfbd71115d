import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listTypoPeople } from "../../../../../../../modules/profile/quality/typo-people"
import { engageContext } from "../../../../../../context"
import type { ListRuns } from "../../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listTypoPeople(db, req.params.domain, req.validatedQuery as ListRuns))
}
