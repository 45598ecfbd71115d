import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { SEGMENT_TEMPLATES } from "../../../../modules/segment/templates"

export const GET = (_req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ templates: SEGMENT_TEMPLATES })
}
