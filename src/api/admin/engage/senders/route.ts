import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createSender } from "../../../../modules/delivery/senders/store"
import { engageContext } from "../../../context"
import { answerSenders } from "./answer"
import type { CreateSender } from "./validators"

export const GET = answerSenders

export const POST = async (req: AuthenticatedMedusaRequest<CreateSender>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await createSender(db, req.validatedBody)
  await answerSenders(req, res)
}
