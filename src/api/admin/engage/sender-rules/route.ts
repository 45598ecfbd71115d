import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveSenderRules } from "../../../../modules/delivery/senders/store"
import { engageContext } from "../../../context"
import { answerSenders } from "../senders/answer"
import type { SaveSenderRules } from "../senders/validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<SaveSenderRules>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await saveSenderRules(db, req.validatedBody.rules)
  await answerSenders(req, res)
}
