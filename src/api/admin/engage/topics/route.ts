import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listTopics } from "../../../../modules/profile/consent/set-consent"
import { engageContext } from "../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ topics: await listTopics(db) })
}
