import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { interestMap } from "../../../../modules/profile/interests/read"
import { readInterestSettings } from "../../../../modules/profile/interests/settings"
import { engageContext } from "../../../context"
import type { GetInterests } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const map = await interestMap(db, req.validatedQuery as GetInterests)
  const { price_limits } = await readInterestSettings(db)
  res.json({ ...map, currency, price_limits })
}
