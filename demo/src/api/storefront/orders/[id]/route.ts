import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPage } from "../../../../storefront/page"

/** What was just ordered. */
export const GET = async (_req: MedusaRequest, res: MedusaResponse) =>
  sendPage(res, "order", "Thank you")
