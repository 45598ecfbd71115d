import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getCampaign } from "../../../../../../../modules/campaign/flow/store"
import { publishedVersion } from "../../../../../../../modules/campaign/flow/versions"
import { engageContext } from "../../../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id } = await getCampaign(db, req.params.id)
  // What is no number is the version of nothing.
  res.json({ version: await publishedVersion(db, id, Number(req.params.version) || 0) })
}
