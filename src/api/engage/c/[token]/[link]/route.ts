import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY_MODULE } from "../../../../../modules/delivery"
import type DeliveryModuleService from "../../../../../modules/delivery/service"
import { followLink } from "../../../../../modules/delivery/tracking/click"
import { sendUnknownLink } from "../../../pages/layout"

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
  const target = await followLink(db, options, request, new Date())
  if (!target) return sendUnknownLink(res)
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" }).redirect(302, target)
}
