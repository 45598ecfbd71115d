import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { inTurn } from "../../../../../../../lib/in-turn"
import { getBroadcast } from "../../../../../../../modules/campaign/broadcast/store"
import { testAddresses } from "../../../../../../../modules/delivery/message/test-lists"
import { testBroadcastWorkflow } from "../../../../../../../workflows/broadcast/workflows/test-broadcast"
import { engageContext } from "../../../../../../context"
import { profileNumber } from "../../../../profiles/load"
import type { TestMessageList } from "../../../../../../test-message"

export const POST = async (
  req: AuthenticatedMedusaRequest<TestMessageList>,
  res: MedusaResponse
) => {
  const { list, profile_id, language } = req.validatedBody
  const { id } = req.params
  const context = await engageContext(req)
  const { channel } = await getBroadcast(context.db, id)
  const addresses = await testAddresses(context.db, list, channel)
  const profileId = profile_id ? await profileNumber(context, profile_id) : undefined
  const results = await inTurn(addresses, async (to) => {
    const { result } = await testBroadcastWorkflow(req.scope).run({
      input: { id, to, profileId, language },
    })
    return { to, ...result }
  })
  res.json({ results })
}
