import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { broadcastPeople } from "../../../../../../modules/report/broadcast/people"
import { engageContext } from "../../../../../context"
import { loadStarted } from "../../started"
import type { ListPeople } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const { run_id } = await loadStarted(db, req.params.id)
  res.json(await broadcastPeople(db, run_id, req.validatedQuery as ListPeople, currency))
}
