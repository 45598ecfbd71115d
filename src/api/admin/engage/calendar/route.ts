import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readCalendar } from "../../../../modules/campaign/calendar/calendar"
import { engageContext } from "../../../context"
import type { ReadCalendar } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, zone, now } = await engageContext(req)
  const { from, to } = req.validatedQuery as ReadCalendar
  res.json(await readCalendar(db, { from: new Date(from), to: new Date(to), zone, now }))
}
