import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { inTurn } from "../../../../../../../lib/in-turn"
import { getTemplate } from "../../../../../../../modules/content/templates/templates"
import { testAddresses } from "../../../../../../../modules/delivery/message/test-lists"
import { testCampaignWorkflow } from "../../../../../../../workflows/campaign/workflows/test-campaign"
import { engageContext } from "../../../../../../context"
import { profileNumber } from "../../../../profiles/load"
import type { TestCampaignList } from "../../../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<TestCampaignList>,
  res: MedusaResponse
) => {
  const { list, profile_id, ...message } = req.validatedBody
  const { id } = req.params
  const context = await engageContext(req)
  const { channel } = await getTemplate(context.db, message.template_id)
  const addresses = await testAddresses(context.db, list, channel)
  const profileId = profile_id ? await profileNumber(context, profile_id) : undefined
  const results = await inTurn(addresses, async (to) => {
    const { result } = await testCampaignWorkflow(req.scope).run({
      input: { id, to, profileId, ...message },
    })
    return { to, ...result }
  })
  res.json({ results })
}
