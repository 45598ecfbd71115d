import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadRegistry } from "../../../../modules/segment/registry"
import { describeRegistry } from "../../../../rules/definitions"
import { engageContext } from "../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(describeRegistry(await loadRegistry(db)))
}
