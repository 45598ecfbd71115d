import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getCampaign } from "../../../../../../modules/campaign/flow/store"
import { campaignPeople } from "../../../../../../modules/report/campaign/people"
import { engageContext } from "../../../../../context"
import type { ListCampaignPeople } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const { id } = await getCampaign(db, req.params.id)
  res.json(await campaignPeople(db, id, req.validatedQuery as ListCampaignPeople, currency))
}
