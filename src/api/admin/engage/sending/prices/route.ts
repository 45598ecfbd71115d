import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { savePrices } from "../../../../../modules/delivery/cost/prices"
import type { SendingChannel } from "../../../../../types/common"
import { engageContext } from "../../../../context"
import { answerSending, findAccount } from "../answer"
import type { SavePrices } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<SavePrices>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { name, provider } = findAccount(req, req.validatedBody.account)
  await savePrices(db, name, req.validatedBody.prices)
  await answerSending(req, res, provider.channel as SendingChannel)
}
