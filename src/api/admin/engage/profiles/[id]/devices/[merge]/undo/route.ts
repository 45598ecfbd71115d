import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../../../lib/public-id"
import { unlinkVisitorWorkflow } from "../../../../../../../../workflows/event/workflows/unlink-visitor"
import { engageContext } from "../../../../../../../context"
import { profileNumber } from "../../../../load"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const ids = await publicIds(context.db)
  await unlinkVisitorWorkflow(req.scope).run({
    input: {
      merge: ids.openOne("merge", req.params.merge, "Joined device"),
      profileId: await profileNumber(context, req.params.id),
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ id: req.params.merge, undone: true })
}
