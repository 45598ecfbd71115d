import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getCampaign } from "../../../../../../modules/campaign/flow/store"
import { campaignReport } from "../../../../../../modules/report/campaign/report"
import { engageContext } from "../../../../../context"
import type { ReportCampaign } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const { id } = await getCampaign(db, req.params.id)
  res.json({ report: await campaignReport(db, id, currency, req.validatedQuery as ReportCampaign) })
}
