import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { steerBroadcastWorkflow } from "../../../../../../workflows/broadcast/workflows/steer-broadcast"
import { answerBroadcast } from "../../answer"
import type { PickWinner } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<PickWinner>, res: MedusaResponse) => {
  const { id } = req.params
  const { variant } = req.validatedBody
  await steerBroadcastWorkflow(req.scope).run({ input: { id, action: "pick", variant } })
  await answerBroadcast(req, res, id)
}
