import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listRecipes } from "../../../../../modules/campaign/recipes/install"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now, zone } = await engageContext(req)
  res.json({ recipes: await listRecipes(db, { now, zone }) })
}
