import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { whyDelivered } from "../../../../../../modules/delivery/message/why"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ why: await whyDelivered(db, req.params.id) })
}
