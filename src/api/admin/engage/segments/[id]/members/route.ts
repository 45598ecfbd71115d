import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readProfiles } from "../../../../../../modules/profile/read/by-number"
import { listMembers } from "../../../../../../modules/segment/read"
import { getSegment } from "../../../../../../modules/segment/store"
import { engageContext } from "../../../../../context"
import type { ListMembers } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const segment = await getSegment(db, req.params.id)
  const { rows, next_cursor } = await listMembers(db, segment, req.validatedQuery as ListMembers)
  const profiles = await readProfiles(
    db,
    rows.map((row) => row.id),
    currency
  )
  const members = rows.flatMap(({ id, entered_at }) => {
    const profile = profiles.get(id)
    return profile ? [{ ...profile, entered_at: entered_at.toISOString() }] : []
  })
  res.json({ members, next_cursor })
}
