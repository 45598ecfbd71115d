import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { getSegment, segmentVersions } from "../../../../../../modules/segment/store"
import { updateSegmentWorkflow } from "../../../../../../workflows/segment/workflows/update-segment"
import { engageContext } from "../../../../../context"
import { presentSegment } from "../../present"
import type { RestoreSegment } from "../../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<RestoreSegment>,
  res: MedusaResponse
) => {
  const { version } = req.validatedBody
  const context = await engageContext(req)
  const segment = await getSegment(context.db, req.params.id)
  const wanted = (await segmentVersions(context.db, segment)).find((v) => v.version === version)
  if (!wanted)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Version ${version} was not found`)
  await updateSegmentWorkflow(req.scope).run({
    input: {
      id: segment.id,
      change: { rules: wanted.rules },
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ segment: await presentSegment(context, await getSegment(context.db, segment.id)) })
}
