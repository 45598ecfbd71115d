import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSegment, listSegments } from "../../../../modules/segment/store"
import { createSegmentWorkflow } from "../../../../workflows/segment/workflows/create-segment"
import type { ListedSegment, Segment } from "../../../../types/segment"
import { engageContext } from "../../../context"
import { presentSegment, presentSegments } from "./present"
import { refuseBadRules } from "./problems"
import type { CreateSegment, ListSegments } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { rows, next_cursor } = await listSegments(context.db, req.validatedQuery as ListSegments)
  const segments = (await presentSegments(context, rows)).map(listed)
  res.json({ segments, next_cursor })
}

export const POST = async (req: AuthenticatedMedusaRequest<CreateSegment>, res: MedusaResponse) => {
  const context = await engageContext(req)
  if (await refuseBadRules(context.db, res, req.validatedBody.rules)) return
  const { result } = await createSegmentWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ segment: await presentSegment(context, await getSegment(context.db, result)) })
}

function listed({ rules: _rules, names: _names, ...segment }: Segment): ListedSegment {
  return segment
}
