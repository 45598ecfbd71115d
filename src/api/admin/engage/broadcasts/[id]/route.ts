import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteBroadcastWorkflow } from "../../../../../workflows/broadcast/workflows/delete-broadcast"
import { updateBroadcastWorkflow } from "../../../../../workflows/broadcast/workflows/update-broadcast"
import { answerBroadcast } from "../answer"
import type { UpdateBroadcast } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await answerBroadcast(req, res, req.params.id)
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateBroadcast>,
  res: MedusaResponse
) => {
  const { id } = req.params
  await updateBroadcastWorkflow(req.scope).run({ input: { id, change: req.validatedBody } })
  await answerBroadcast(req, res, id)
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await deleteBroadcastWorkflow(req.scope).run({ input: id })
  res.json({ id, object: "broadcast", deleted: true })
}
