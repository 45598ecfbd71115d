import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { lifeCycle } from "../../../../../modules/report/life-cycle/map"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ stages: await lifeCycle(db) })
}
