import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setBrake } from "../../../../../modules/delivery/policy/brake"
import { engageContext } from "../../../../context"
import { answerPolicy } from "../answer"
import type { SaveBrake } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<SaveBrake>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await setBrake(db, req.validatedBody)
  await answerPolicy(req, res)
}
