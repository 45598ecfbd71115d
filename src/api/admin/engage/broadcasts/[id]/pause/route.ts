import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { steerBroadcastWorkflow } from "../../../../../../workflows/broadcast/workflows/steer-broadcast"
import { answerBroadcast } from "../../answer"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await steerBroadcastWorkflow(req.scope).run({ input: { id, action: "pause" } })
  await answerBroadcast(req, res, id)
}
