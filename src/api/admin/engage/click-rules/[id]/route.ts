import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteClickRule,
  getClickRule,
  updateClickRule,
} from "../../../../../modules/profile/events/click-rules"
import { engageContext } from "../../../../context"
import type { UpdateClickRule } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateClickRule>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await updateClickRule(db, req.params.id, req.validatedBody)
  res.json({ rule: await getClickRule(db, req.params.id) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await deleteClickRule(db, req.params.id)
  res.json({ id: req.params.id, object: "click_rule", deleted: true })
}
