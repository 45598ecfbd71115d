import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPage } from "../../../../storefront/page"

/** One product by its handle. */
export const GET = async (_req: MedusaRequest, res: MedusaResponse) =>
  sendPage(res, "product", "Product")
