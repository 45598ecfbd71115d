import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changesOf } from "../../../../../../modules/campaign/flow/move"
import { EMPTY_PLAN, getCampaign } from "../../../../../../modules/campaign/flow/store"
import { engageContext } from "../../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id, plan, published_plan } = await getCampaign(db, req.params.id)
  res.json({ changes: await changesOf(db, id, plan, published_plan ?? EMPTY_PLAN) })
}
