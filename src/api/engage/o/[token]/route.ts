import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pixelAnswer } from "../../../../modules/delivery/public/answers"
import { sendAnswer } from "../../pages/layout"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  sendAnswer(res, await pixelAnswer(db, req.params.token, req.get("user-agent"), new Date()))
}
