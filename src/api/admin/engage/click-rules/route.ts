import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  createClickRule,
  getClickRule,
  listClickRules,
} from "../../../../modules/profile/events/click-rules"
import { engageContext } from "../../../context"
import type { CreateClickRule } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ rules: await listClickRules(db) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateClickRule>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  const id = await createClickRule(db, req.validatedBody)
  res.json({ rule: await getClickRule(db, id) })
}
