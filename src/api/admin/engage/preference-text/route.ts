import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readPageText, writePageText } from "../../../../modules/profile/consent/page-text"
import { engageContext } from "../../../context"
import type { SavePreferenceText } from "../topics/validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ text: await readPageText(db) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<SavePreferenceText>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await writePageText(db, req.validatedBody)
  res.json({ text: await readPageText(db) })
}
