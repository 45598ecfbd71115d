import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getCampaign } from "../../../../../../modules/campaign/flow/store"
import { nextEntry } from "../../../../../../modules/campaign/triggers/next-entry"
import { campaignReport } from "../../../../../../modules/report/campaign/report"
import type { CampaignReport } from "../../../../../../types/campaign"
import { engageContext } from "../../../../../context"
import type { ReportCampaign } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { db, currency } = context
  const { id, status, published_plan, scanned_at } = await getCampaign(db, req.params.id)
  const plan = status === "live" && scanned_at ? published_plan : null
  const trigger = plan?.trigger
  const report: CampaignReport = {
    entry: trigger ? nextEntry({ ...plan, trigger }, scanned_at!, context) : null,
    ...(await campaignReport(db, id, currency, req.validatedQuery as ReportCampaign)),
  }
  res.json({ report })
}
