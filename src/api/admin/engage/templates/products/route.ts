import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { messageProducts } from "../../../../../modules/content/preview"
import { engageContext } from "../../../../context"
import type { ListProducts } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListProducts>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  const { ids, profile_id } = req.validatedQuery as ListProducts
  res.json({ products: await messageProducts(db, ids?.split(",") ?? [], profile_id) })
}
