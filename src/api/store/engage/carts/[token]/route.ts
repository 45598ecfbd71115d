import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openCart } from "../../../../../modules/campaign/flow/open-cart"
import { engageContext } from "../../../../context"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ cart: { id: await openCart(db, req.params.token) } })
}
