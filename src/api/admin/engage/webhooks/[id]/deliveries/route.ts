import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../lib/public-id"
import { listDeliveries } from "../../../../../../modules/outbound/webhook/deliveries"
import { getWebhook } from "../../../../../../modules/outbound/webhook/store"
import { engageContext } from "../../../../../context"
import { presentDelivery } from "../../present"
import type { ListDeliveries } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id } = await getWebhook(db, req.params.id)
  const { rows, next_cursor } = await listDeliveries(db, id, req.validatedQuery as ListDeliveries)
  const ids = await publicIds(db)
  res.json({ deliveries: rows.map((row) => presentDelivery(row, ids)), next_cursor })
}
