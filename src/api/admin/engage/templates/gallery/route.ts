import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readyTemplates } from "../../../../../modules/content/gallery/gallery"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options, now } = await engageContext(req)
  res.json({ templates: await readyTemplates(db, { options, now }) })
}
