import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPlan } from "../../../../../modules/report/plan/list"
import { engageContext } from "../../../../context"
import type { ListPlan } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const list = await listPlan(context.db, req.validatedQuery as ListPlan, context)
  res.json({ ...list, currency: context.currency })
}
