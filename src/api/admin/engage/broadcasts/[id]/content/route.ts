import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { steerBroadcastWorkflow } from "../../../../../../workflows/broadcast/workflows/steer-broadcast"
import { answerBroadcast } from "../../answer"
import type { ReviseBroadcast } from "../../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<ReviseBroadcast>,
  res: MedusaResponse
) => {
  const { id } = req.params
  const { template_id } = req.validatedBody
  await steerBroadcastWorkflow(req.scope).run({ input: { id, action: "revise", template_id } })
  await answerBroadcast(req, res, id)
}
