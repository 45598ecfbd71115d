import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { latestReplacements, replaceEverywhere } from "../../../../modules/content/replace/run"
import { engageContext } from "../../../context"
import type { CreateReplacement } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ replacements: await latestReplacements(db) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateReplacement>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  res.json({ replacement: await replaceEverywhere(db, req.validatedBody, now) })
}
