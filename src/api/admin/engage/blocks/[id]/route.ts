import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteSavedBlock, updateSavedBlock } from "../../../../../modules/content/saved/store"
import { engageContext } from "../../../../context"
import type { UpdateSavedBlock } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateSavedBlock>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  res.json(await updateSavedBlock(db, req.params.id, req.validatedBody, new Date()))
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id } = req.params
  await deleteSavedBlock(db, id)
  res.json({ id, object: "saved_block", deleted: true })
}
