import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getCampaign } from "../../../../../../modules/campaign/flow/store"
import { campaignPeople } from "../../../../../../modules/report/campaign/people"
import { engageContext } from "../../../../../context"
import { userNames } from "../../../segments/present"
import type { ListCampaignPeople } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { db, currency } = context
  const { id } = await getCampaign(db, req.params.id)
  const input = req.validatedQuery as ListCampaignPeople
  const { people, next_cursor } = await campaignPeople(db, id, input, currency)
  const staff = people.flatMap(({ path }) => path.map(({ by }) => by))
  const names = await userNames(context, staff)
  const named = (by: string | null) => (by === null ? null : (names.get(by) ?? by))
  res.json({
    people: people.map((person) => ({
      ...person,
      path: person.path.map((pass) => ({ ...pass, by: named(pass.by) })),
    })),
    next_cursor,
  })
}
