import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteView, shareView } from "../../../../../modules/profile/views/store"
import { engageContext } from "../../../../context"
import type { ShareView } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<ShareView>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { shared } = req.validatedBody
  res.json({ view: await shareView(db, req.params.id, shared, req.auth_context.actor_id) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await deleteView(db, req.params.id, req.auth_context.actor_id)
  res.json({ id: req.params.id, object: "view", deleted: true })
}
