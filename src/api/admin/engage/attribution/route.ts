import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readAttribution, saveAttribution } from "../../../../modules/report/attribution/rule"
import { engageContext } from "../../../context"
import type { SaveAttribution } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ attribution: await readAttribution(db) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<SaveAttribution>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await saveAttribution(db, req.validatedBody)
  res.json({ attribution: await readAttribution(db) })
}
