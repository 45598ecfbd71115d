import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DELIVERY_MODULE } from "../../../../modules/delivery"
import type DeliveryModuleService from "../../../../modules/delivery/service"
import { readHealth } from "../../../../modules/report/overview/health"
import { engageContext } from "../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { providers } = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  res.json(await readHealth(context.db, context, providers))
}
