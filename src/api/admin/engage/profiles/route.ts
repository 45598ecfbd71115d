import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dataAsOf } from "../../../../modules/profile/read/freshness"
import { listProfiles } from "../../../../modules/profile/read/list"
import { membersOf } from "../../../../modules/segment/read"
import { getSegment } from "../../../../modules/segment/store"
import { engageContext } from "../../../context"
import type { ListProfiles } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency, options } = await engageContext(req)
  const { segment_id, ...input } = req.validatedQuery as ListProfiles
  const among = segment_id ? membersOf(await getSegment(db, segment_id)) : undefined
  const list = await listProfiles(db, { ...input, among, currency, country: options.country })
  res.json({ ...list, data_as_of: await dataAsOf(db) })
}
