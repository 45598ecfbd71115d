import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { testCampaignWorkflow } from "../../../../../../workflows/campaign/workflows/test-campaign"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../../profiles/load"
import type { TestCampaign } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<TestCampaign>, res: MedusaResponse) => {
  const { profile_id, ...message } = req.validatedBody
  const profileId = profile_id
    ? await profileNumber(await engageContext(req), profile_id)
    : undefined
  const { result } = await testCampaignWorkflow(req.scope).run({
    input: { id: req.params.id, profileId, ...message },
  })
  res.json(result)
}
