import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { discoverFields } from "../../../../../modules/profile/fields/discover"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  res.json({ candidates: await discoverFields(db, Object.values(options.customerMetadata)) })
}
