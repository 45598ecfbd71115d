import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberChanges } from "../../../../../../modules/segment/audience/members"
import { getAudience } from "../../../../../../modules/segment/audience/store"
import { changeAudienceMembersWorkflow } from "../../../../../../workflows/audience/workflows/change-members"
import type { AudienceChange } from "../../../../../../types/audience"
import { engageContext } from "../../../../../context"
import type { UndoChange } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const rows = await memberChanges(db, await getAudience(db, req.params.id))
  const changes: AudienceChange[] = rows.map(({ id, at, added, count, source, undone_at }) => ({
    id,
    at: at.toISOString(),
    added,
    count,
    source,
    undone: undone_at !== null,
  }))
  res.json({ changes })
}

/** Undoes a change. */
export const POST = async (req: AuthenticatedMedusaRequest<UndoChange>, res: MedusaResponse) => {
  const { result } = await changeAudienceMembersWorkflow(req.scope).run({
    input: {
      id: req.params.id,
      action: "undo",
      change: req.validatedBody.change_id,
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ change_id: result.id, count: result.count, unmatched: result.unmatched })
}
