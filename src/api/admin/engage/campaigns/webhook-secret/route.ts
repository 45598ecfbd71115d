import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shopSecret } from "../../../../../lib/public-id"
import { derivedSecret } from "../../../../../lib/webhook/sign"
import { engageContext } from "../../../../context"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ secret: derivedSecret(await shopSecret(db), "campaigns") })
}
