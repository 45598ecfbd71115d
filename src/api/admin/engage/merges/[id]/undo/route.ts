import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../lib/public-id"
import { MERGE_ID } from "../../../../../../modules/profile/identity/log"
import { PROFILE_ID } from "../../../../../../modules/profile/read/row"
import { undoMergeWorkflow } from "../../../../../../workflows/identity/workflows/undo-merge"
import { engageContext } from "../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const ids = await publicIds(db)
  const { result } = await undoMergeWorkflow(req.scope).run({
    input: {
      id: ids.openOne(MERGE_ID, req.params.id, "Merge"),
      actor: req.auth_context.actor_id,
    },
  })
  res.json({
    kept: ids.seal(PROFILE_ID, result.kept),
    gone: ids.seal(PROFILE_ID, result.gone),
  })
}
