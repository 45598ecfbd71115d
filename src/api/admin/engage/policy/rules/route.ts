import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createRule } from "../../../../../modules/delivery/policy/rules"
import { engageContext } from "../../../../context"
import { answerPolicy } from "../answer"
import type { CreateRule } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<CreateRule>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await createRule(db, req.validatedBody)
  await answerPolicy(req, res)
}
