import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../lib/public-id"
import { mergesOf } from "../../../../../../modules/profile/events/link"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../load"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const ids = await publicIds(context.db)
  const merges = await mergesOf(context.db, await profileNumber(context, req.params.id))
  res.json({ devices: merges.map((merge) => ({ ...merge, id: ids.seal("merge", merge.id) })) })
}
