import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSegment } from "../../../../../../modules/segment/store"
import { createSegmentWorkflow } from "../../../../../../workflows/segment/workflows/create-segment"
import { engageContext } from "../../../../../context"
import { presentSegment } from "../../present"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { name, description, folder, rules } = await getSegment(context.db, req.params.id)
  const { result } = await createSegmentWorkflow(req.scope).run({
    input: {
      name: `${name} (copy)`,
      description,
      folder,
      rules,
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ segment: await presentSegment(context, await getSegment(context.db, result)) })
}
