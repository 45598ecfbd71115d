import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readProfiles } from "../../../../../../modules/profile/read/by-number"
import { listMoves } from "../../../../../../modules/segment/read"
import { getSegment } from "../../../../../../modules/segment/store"
import { engageContext } from "../../../../../context"
import type { ListMoves } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency, zone } = await engageContext(req)
  const { direction, ...wanted } = req.validatedQuery as ListMoves
  const { rows, next_cursor } = await listMoves(db, await getSegment(db, req.params.id), {
    ...wanted,
    zone,
    entered: direction === "entered",
  })
  const numbers = rows.map((row) => row.id)
  const profiles = await readProfiles(db, numbers, currency)
  const people = rows.flatMap(({ id, at }) => {
    const profile = profiles.get(id)
    return profile ? [{ ...profile, at: at.toISOString() }] : []
  })
  res.json({ people, next_cursor })
}
