import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../lib/public-id"
import { getSource, listRequests } from "../../../../../../modules/profile/sources/store"
import { engageContext } from "../../../../../context"
import { presentRequest } from "../../present"
import type { ListRequests } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { id } = await getSource(db, req.params.id)
  const { rows, next_cursor } = await listRequests(db, id, req.validatedQuery as ListRequests)
  const ids = await publicIds(db)
  res.json({ requests: rows.map((row) => presentRequest(row, ids)), next_cursor })
}
