import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../../lib/public-id"
import { getDelivery } from "../../../../../../../modules/outbound/webhook/deliveries"
import { engageContext } from "../../../../../../context"
import { deliveryNumber, presentDetail } from "../../../present"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const ids = await publicIds(db)
  const number = deliveryNumber(ids, req.params.delivery)
  res.json({ delivery: presentDetail(await getDelivery(db, req.params.id, number), ids) })
}
