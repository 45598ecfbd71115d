import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOrders } from "../../../../../../modules/report/profile/orders"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../load"
import type { ListOrders } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const profile = await profileNumber(context, req.params.id)
  res.json(await listOrders(context.db, profile, req.validatedQuery as ListOrders, context.now))
}
