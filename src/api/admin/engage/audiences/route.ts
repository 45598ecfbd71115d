import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getAudience, listAudiences } from "../../../../modules/segment/audience/store"
import { createAudienceWorkflow } from "../../../../workflows/audience/workflows/create-audience"
import type { Audience, ListedAudience } from "../../../../types/audience"
import { engageContext } from "../../../context"
import { refuseBadRules } from "../segments/problems"
import { presentAudience, presentAudiences } from "./present"
import type { CreateAudience, ListAudiences } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { rows, next_cursor } = await listAudiences(context.db, req.validatedQuery as ListAudiences)
  const audiences = (await presentAudiences(context, rows)).map(listed)
  res.json({ audiences, next_cursor })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateAudience>,
  res: MedusaResponse
) => {
  const context = await engageContext(req)
  const { rules } = req.validatedBody
  if (rules && (await refuseBadRules(context.db, res, rules))) return
  const { result } = await createAudienceWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  const audience = await presentAudience(context, await getAudience(context.db, result.id))
  res.json({ audience, unmatched: result.unmatched })
}

function listed(audience: Audience): ListedAudience {
  return { ...audience, origin: { kind: audience.origin.kind } }
}
