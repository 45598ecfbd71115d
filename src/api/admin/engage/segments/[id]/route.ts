import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSegment } from "../../../../../modules/segment/store"
import { deleteSegmentWorkflow } from "../../../../../workflows/segment/workflows/delete-segment"
import { updateSegmentWorkflow } from "../../../../../workflows/segment/workflows/update-segment"
import { engageContext } from "../../../../context"
import { presentSegment } from "../present"
import { refuseBadRules } from "../problems"
import type { UpdateSegment } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  res.json({ segment: await presentSegment(context, await getSegment(context.db, req.params.id)) })
}

export const POST = async (req: AuthenticatedMedusaRequest<UpdateSegment>, res: MedusaResponse) => {
  const { rules } = req.validatedBody
  const context = await engageContext(req)
  if (rules && (await refuseBadRules(context.db, res, rules))) return
  const { result } = await updateSegmentWorkflow(req.scope).run({
    input: { id: req.params.id, change: req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ segment: await presentSegment(context, await getSegment(context.db, result)) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await deleteSegmentWorkflow(req.scope).run({ input: id })
  res.json({ id, object: "segment", deleted: true })
}
