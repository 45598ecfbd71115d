import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { SEGMENT_REGISTRY } from "../../../../modules/segment/store"

export const GET = async (_req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json(SEGMENT_REGISTRY)
}
