import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countWays } from "../../../../../modules/campaign/triggers/way-counts"
import { engageContext } from "../../../../context"
import { whileWaiting } from "../../../../waiting"
import type { CountWays } from "../validators"

/** How many people would go each way of a step that asks about them. */
export const POST = async (req: AuthenticatedMedusaRequest<CountWays>, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const { db, now, zone } = await engageContext(req)
  res.json({ counts: await countWays(db, req.validatedBody, { now, zone }, signal) })
}
