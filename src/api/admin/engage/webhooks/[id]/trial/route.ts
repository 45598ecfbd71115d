import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../lib/public-id"
import { OUTBOUND_MODULE } from "../../../../../../modules/outbound"
import type OutboundModuleService from "../../../../../../modules/outbound/service"
import { getDelivery, sendTest } from "../../../../../../modules/outbound/webhook/deliveries"
import { getWebhook } from "../../../../../../modules/outbound/webhook/store"
import { engageContext } from "../../../../../context"
import { presentDetail } from "../../present"

/** Sends a test at once and answers what came of it. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { id } = await getWebhook(db, req.params.id)
  const service = req.scope.resolve<OutboundModuleService>(OUTBOUND_MODULE)
  const delivery = await sendTest(db, id, await service.webhookSettings(), now)
  const ids = await publicIds(db)
  res.json({ delivery: presentDetail(await getDelivery(db, id, delivery), ids) })
}
