import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createCampaign, listCampaigns } from "../../../../modules/campaign/flow/store"
import { engageContext } from "../../../context"
import { presentCampaign, presentCampaigns } from "./present"
import type { CreateCampaign, ListCampaigns } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { rows, next_cursor } = await listCampaigns(db, req.validatedQuery as ListCampaigns)
  res.json({ campaigns: presentCampaigns(rows), next_cursor })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateCampaign>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  const row = await createCampaign(db, req.validatedBody, now)
  res.json({ campaign: await presentCampaign(db, row) })
}
