import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listRecipes } from "../../../../../modules/campaign/recipes/install"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { now } = await engageContext(req)
  res.json({ recipes: listRecipes(now) })
}
