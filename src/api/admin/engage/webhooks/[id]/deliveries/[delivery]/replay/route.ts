import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../../../lib/public-id"
import { getDelivery, replay } from "../../../../../../../../modules/outbound/webhook/deliveries"
import { engageContext } from "../../../../../../../context"
import { deliveryNumber, presentDetail } from "../../../../present"

/** Has the same told again, under the same `webhook-id`. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const ids = await publicIds(db)
  const number = deliveryNumber(ids, req.params.delivery)
  await replay(db, req.params.id, number, now)
  res.json({ delivery: presentDetail(await getDelivery(db, req.params.id, number), ids) })
}
