import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveLimits } from "../../../../../modules/delivery/limits/save"
import type { SendingChannel } from "../../../../../types/common"
import { engageContext } from "../../../../context"
import { answerSending, findAccount } from "../answer"
import type { SaveLimits } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<SaveLimits>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { name, provider } = findAccount(req, req.validatedBody.account)
  await saveLimits(db, name, req.validatedBody.limits)
  await answerSending(req, res, provider.channel as SendingChannel)
}
