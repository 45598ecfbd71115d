import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteCampaign,
  getCampaign,
  updateCampaign,
} from "../../../../../modules/campaign/flow/store"
import { engageContext } from "../../../../context"
import { presentCampaign } from "../present"
import type { UpdateCampaign } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ campaign: await presentCampaign(db, await getCampaign(db, req.params.id)) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateCampaign>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  const row = await updateCampaign(db, req.params.id, req.validatedBody, now)
  res.json({ campaign: await presentCampaign(db, row) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  await deleteCampaign(db, req.params.id, now)
  res.json({ id: req.params.id, object: "campaign", deleted: true })
}
