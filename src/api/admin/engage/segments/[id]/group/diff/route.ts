import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { groupDiff } from "../../../../../../../modules/segment/group/store"
import { getSegment } from "../../../../../../../modules/segment/store"
import { engageContext } from "../../../../../../context"
import type { GroupDiff } from "../../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { group_id } = req.validatedQuery as GroupDiff
  const { add, remove } = await groupDiff(db, await getSegment(db, req.params.id), group_id)
  res.json({ add: add.length, remove: remove.length })
}
