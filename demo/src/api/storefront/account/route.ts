import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendPage } from "../../../storefront/page"

/** Signing in, and making an account. */
export const GET = async (_req: MedusaRequest, res: MedusaResponse) =>
  sendPage(res, "account", "Your account")
