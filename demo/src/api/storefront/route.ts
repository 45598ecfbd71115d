import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPage } from "../../storefront/page"

/** The list of products, searched by ?q=. */
export const GET = async (_req: MedusaRequest, res: MedusaResponse) =>
  sendPage(res, "list", "Gifts for every home")
