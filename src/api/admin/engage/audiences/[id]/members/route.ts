import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readProfiles } from "../../../../../../modules/profile/read/by-number"
import { getAudience, listAudienceMembers } from "../../../../../../modules/segment/audience/store"
import { changeAudienceMembersWorkflow } from "../../../../../../workflows/audience/workflows/change-members"
import { engageContext } from "../../../../../context"
import type { ChangeMembers, ListAudienceMembers } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const audience = await getAudience(db, req.params.id)
  const page = req.validatedQuery as ListAudienceMembers
  const { rows, next_cursor } = await listAudienceMembers(db, audience, page)
  const profiles = await readProfiles(
    db,
    rows.map((row) => row.id),
    currency
  )
  const members = rows.flatMap(({ id, added_at }) => {
    const profile = profiles.get(id)
    return profile ? [{ ...profile, added_at: added_at.toISOString() }] : []
  })
  res.json({ members, next_cursor })
}

export const POST = async (req: AuthenticatedMedusaRequest<ChangeMembers>, res: MedusaResponse) => {
  const { result } = await changeAudienceMembersWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ change_id: result.id, count: result.count, unmatched: result.unmatched })
}
