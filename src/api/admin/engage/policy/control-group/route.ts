import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setControlGroup } from "../../../../../modules/delivery/policy/control-group"
import { engageContext } from "../../../../context"
import { answerPolicy } from "../answer"
import type { SaveControlGroup } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<SaveControlGroup>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  await setControlGroup(db, req.validatedBody, now)
  await answerPolicy(req, res)
}
