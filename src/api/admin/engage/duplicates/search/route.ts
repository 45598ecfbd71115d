import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findDuplicates } from "../../../../../modules/profile/identity/duplicates"
import { readSettings } from "../../../../../modules/profile/sync/settings"
import { engageContext } from "../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options, now } = await engageContext(req)
  res.json(await findDuplicates(db, await readSettings(db, options), now))
}
