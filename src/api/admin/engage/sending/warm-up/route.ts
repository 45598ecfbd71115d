import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { wallTime } from "../../../../../lib/zoned-time"
import { saveWarmUp } from "../../../../../modules/delivery/limits/save"
import type { SendingChannel } from "../../../../../types/common"
import { engageContext } from "../../../../context"
import { answerSending, findAccount } from "../answer"
import type { SaveWarmUp } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<SaveWarmUp>, res: MedusaResponse) => {
  const { db, options, now } = await engageContext(req)
  const { name, provider } = findAccount(req, req.validatedBody.account)
  const today = wallTime(now, options.timeZone).slice(0, 10)
  await saveWarmUp(db, name, req.validatedBody.plan, today)
  await answerSending(req, res, provider.channel as SendingChannel)
}
