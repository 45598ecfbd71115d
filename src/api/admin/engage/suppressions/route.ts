import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addSuppression, listSuppressions } from "../../../../modules/delivery/reports/suppressions"
import { engageContext } from "../../../context"
import type { AddSuppression, ListSuppressions } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listSuppressions(db, req.validatedQuery as ListSuppressions))
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AddSuppression>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  await addSuppression(db, { ...req.validatedBody, actor: req.auth_context.actor_id, now })
  res.json({ address: req.validatedBody.address })
}
