import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reachOfRecipe } from "../../../../../../../modules/campaign/recipes/install"
import { engageContext } from "../../../../../../context"
import { whileWaiting } from "../../../../../../waiting"

/** Whom a recipe would have reached lately. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const { db, now, zone } = await engageContext(req)
  res.json({ people: await reachOfRecipe(db, req.params.key, { now, zone }, signal) })
}
