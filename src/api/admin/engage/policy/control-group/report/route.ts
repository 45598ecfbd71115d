import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { controlReport } from "../../../../../../modules/report/control-group/report"
import { engageContext } from "../../../../../context"
import type { ReadControlReport } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency, now } = await engageContext(req)
  const { days } = req.validatedQuery as ReadControlReport
  res.json({ report: await controlReport(db, { days, currency, now }) })
}
