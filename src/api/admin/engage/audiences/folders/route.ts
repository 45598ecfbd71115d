import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { audienceFolders } from "../../../../../modules/segment/audience/store"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ folders: await audienceFolders(db) })
}
