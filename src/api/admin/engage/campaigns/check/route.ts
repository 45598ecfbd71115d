import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { problemsOf } from "../../../../../modules/campaign/flow/known"
import { engageContext } from "../../../../context"
import type { CheckCampaign } from "../validators"

/** What keeps a plan that is not saved from being published; a body that is no plan at all is refused. */
export const POST = async (req: AuthenticatedMedusaRequest<CheckCampaign>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const [problems] = await problemsOf(db, [req.validatedBody.plan])
  res.json({ problems })
}
