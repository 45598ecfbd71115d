import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPage } from "../../../storefront/page"

/** The basket. */
export const GET = async (_req: MedusaRequest, res: MedusaResponse) =>
  sendPage(res, "cart", "Basket")
