import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPolicy } from "./answer"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await answerPolicy(req, res)
}
