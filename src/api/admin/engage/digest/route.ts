import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  digestSettings,
  readDigest,
  saveDigestSettings,
} from "../../../../modules/report/digest/digest"
import { engageContext } from "../../../context"
import type { SaveDigest } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const digest = await readDigest(context.db, context)
  res.json({ digest, settings: await digestSettings(context.db) })
}

export const POST = async (req: AuthenticatedMedusaRequest<SaveDigest>, res: MedusaResponse) => {
  const context = await engageContext(req)
  await saveDigestSettings(context.db, req.validatedBody)
  const digest = await readDigest(context.db, context)
  res.json({ digest, settings: req.validatedBody })
}
