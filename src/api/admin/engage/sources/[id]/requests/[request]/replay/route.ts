import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../../../lib/public-id"
import { receive } from "../../../../../../../../modules/profile/sources/receive"
import { getRequest, getSource } from "../../../../../../../../modules/profile/sources/store"
import { engageContext } from "../../../../../../../context"
import { presentRequest, requestNumber } from "../../../../present"

/** Reads a call again with today's mapping. Events that are there already count as duplicates. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const ids = await publicIds(db)
  const source = await getSource(db, req.params.id)
  const before = await getRequest(db, source.id, requestNumber(ids, req.params.request))
  const { request } = await receive(db, source, before.body, now, before.id)
  res.json({ request: presentRequest(await getRequest(db, source.id, request), ids) })
}
