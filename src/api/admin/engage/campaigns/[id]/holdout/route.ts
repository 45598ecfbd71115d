import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getCampaign } from "../../../../../../modules/campaign/flow/store"
import { holdoutReport } from "../../../../../../modules/report/campaign/holdout"
import { engageContext } from "../../../../../context"
import type { ReadHoldout } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const { id, plan } = await getCampaign(db, req.params.id)
  const { version } = req.validatedQuery as ReadHoldout
  res.json({ report: await holdoutReport(db, { id, plan, version, currency }) })
}
