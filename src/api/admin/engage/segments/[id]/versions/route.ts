import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSegment, segmentVersions } from "../../../../../../modules/segment/store"
import type { SegmentVersion } from "../../../../../../types/segment"
import { engageContext } from "../../../../../context"
import { ruleInWords, userNames } from "../../present"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const rows = await segmentVersions(context.db, await getSegment(context.db, req.params.id))
  const actors = await userNames(
    context,
    rows.map((row) => row.actor_id)
  )
  const versions: SegmentVersion[] = await Promise.all(
    rows.map(async ({ actor_id, at, ...row }) => ({
      ...row,
      sentence: (await ruleInWords(context, row.rules)).sentence,
      at: at.toISOString(),
      actor: actors.get(actor_id ?? "") ?? null,
    }))
  )
  res.json({ versions })
}
