import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { testBroadcastWorkflow } from "../../../../../../workflows/broadcast/workflows/test-broadcast"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../../profiles/load"
import type { TestMessage } from "../../../../../test-message"

export const POST = async (req: AuthenticatedMedusaRequest<TestMessage>, res: MedusaResponse) => {
  const { to, profile_id, language } = req.validatedBody
  const profileId = profile_id
    ? await profileNumber(await engageContext(req), profile_id)
    : undefined
  const { result } = await testBroadcastWorkflow(req.scope).run({
    input: { id: req.params.id, to, profileId, language },
  })
  res.json(result)
}
