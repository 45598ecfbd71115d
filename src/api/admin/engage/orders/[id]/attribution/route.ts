import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { orderAttribution } from "../../../../../../modules/report/attribution/order"
import { engageContext } from "../../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await orderAttribution(db, req.params.id))
}
