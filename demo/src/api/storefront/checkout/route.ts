import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPage } from "../../../storefront/page"

/** Address, delivery and payment. */
export const GET = async (_req: MedusaRequest, res: MedusaResponse) =>
  sendPage(res, "checkout", "Checkout")
