import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideTest } from "../../../../../../../modules/campaign/flow/split-test"
import { splitReport } from "../../../../../../../modules/report/campaign/split"
import { engageContext } from "../../../../../../context"
import type { DecideSplit } from "../../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const { id, step } = req.params
  res.json({ split: await splitReport(db, id, step, currency) })
}

/** Sends everybody one way from now on, or splits them again. */
export const POST = async (req: AuthenticatedMedusaRequest<DecideSplit>, res: MedusaResponse) => {
  const { db, currency, now } = await engageContext(req)
  const { id, step } = req.params
  const { way } = req.validatedBody
  await decideTest(db, { id, step, way }, req.auth_context.actor_id, now)
  res.json({ split: await splitReport(db, id, step, currency) })
}
