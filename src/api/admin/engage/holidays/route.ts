import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shopHolidays } from "../../../../modules/campaign/holidays/coming"
import { saveHolidays } from "../../../../modules/campaign/holidays/store"
import { engageContext } from "../../../context"
import type { SaveHolidays } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now, zone } = await engageContext(req)
  res.json(await shopHolidays(db, { now, zone }))
}

export const POST = async (req: AuthenticatedMedusaRequest<SaveHolidays>, res: MedusaResponse) => {
  const { db, now, zone } = await engageContext(req)
  await saveHolidays(db, req.validatedBody)
  res.json(await shopHolidays(db, { now, zone }))
}
