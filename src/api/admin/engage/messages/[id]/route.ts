import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY_MODULE } from "../../../../../modules/delivery"
import type DeliveryModuleService from "../../../../../modules/delivery/service"
import { storedMessage } from "../../../../../modules/delivery/message/stored-message"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { options } = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  const context = { options, now: new Date() }
  res.json({ message: await storedMessage(db, req.params.id, context) })
}
