import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CATALOGUE } from "../../../../modules/outbound/feed/catalogue"

export const GET = async (_: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ types: Object.entries(CATALOGUE).map(([type, { when }]) => ({ type, when })) })
}
