import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { notifiesBy } from "../../../../../modules/campaign/errand/notifies-by"
import { engageContext } from "../../../../context"

/** Whether the staff can be told by e-mail. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ available: await notifiesBy(db, "email") })
}
