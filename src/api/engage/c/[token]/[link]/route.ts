import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY_MODULE } from "../../../../../modules/delivery"
import type DeliveryModuleService from "../../../../../modules/delivery/service"
import { linkAnswer } from "../../../../../modules/delivery/public/answers"
import { sendAnswer } from "../../../pages/layout"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { options } = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  const { token, link } = req.params
  const { product } = req.query
  const request = {
    token,
    link,
    method: req.method,
    userAgent: req.get("user-agent"),
    product: typeof product === "string" ? product : undefined,
  }
  sendAnswer(res, await linkAnswer(db, options, request, new Date()))
}
