import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readMergeRules, writeMergeRules } from "../../../../../modules/profile/identity/duplicates"
import { engageContext } from "../../../../context"
import type { SetMergeRules } from "../../merges/validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ rules: await readMergeRules(db) })
}

export const POST = async (req: AuthenticatedMedusaRequest<SetMergeRules>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ rules: await writeMergeRules(db, req.validatedBody) })
}
