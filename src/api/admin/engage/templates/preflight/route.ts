import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { preflight } from "../../../../../modules/content/preflight/preflight"
import { compileParts } from "../../../../../modules/content/templates/compile"
import { spamJudge } from "../../../../../modules/delivery/message/spam-judge"
import { engageContext } from "../../../../context"
import type { PreflightTemplate } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PreflightTemplate>,
  res: MedusaResponse
) => {
  const { db, options, now } = await engageContext(req)
  const judge = spamJudge(options, now)
  res.json(await preflight(db, compileParts(req.validatedBody), { options, now, judge }))
}
