import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DELIVERY_MODULE } from "../../../../../../modules/delivery"
import type DeliveryModuleService from "../../../../../../modules/delivery/service"
import { broadcastReport } from "../../../../../../modules/report/broadcast/report"
import { engageContext } from "../../../../../context"
import { loadStarted } from "../../started"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency, options, now } = await engageContext(req)
  const { accounts } = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  const reports = (name: string) =>
    accounts.some(
      ({ provider }) =>
        provider.name === name && Boolean(provider.reports ?? provider.capabilities.reportsDelivery)
    )
  const shop = { currency, shopUrl: options.storefrontUrl, reports, now }
  res.json(await broadcastReport(db, await loadStarted(db, req.params.id), shop))
}
