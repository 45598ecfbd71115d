import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerSending } from "./answer"
import type { ReadSending } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await answerSending(req, res, (req.validatedQuery as ReadSending).channel)
}
