import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countUnused, listFiles } from "../../../../modules/content/files/store"
import { engageContext } from "../../../context"
import type { ListFiles } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const page = await listFiles(db, req.validatedQuery as ListFiles, now)
  res.json({ ...page, unused: await countUnused(db, now) })
}
