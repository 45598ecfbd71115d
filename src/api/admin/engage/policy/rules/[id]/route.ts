import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteRule, updateRule } from "../../../../../../modules/delivery/policy/rules"
import { engageContext } from "../../../../../context"
import { answerPolicy } from "../../answer"
import type { UpdateRule } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<UpdateRule>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await updateRule(db, req.params.id, req.validatedBody)
  await answerPolicy(req, res)
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id } = req.params
  await deleteRule(db, id)
  res.json({ id, object: "contact_rule", deleted: true })
}
