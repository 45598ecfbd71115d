import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteSender, updateSender } from "../../../../../modules/delivery/senders/store"
import { engageContext } from "../../../../context"
import { answerSenders } from "../answer"
import type { UpdateSender } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<UpdateSender>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await updateSender(db, req.params.id, req.validatedBody)
  await answerSenders(req, res)
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id } = req.params
  await deleteSender(db, id)
  res.json({ id, object: "sender", deleted: true })
}
