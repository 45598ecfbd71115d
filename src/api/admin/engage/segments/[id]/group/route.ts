import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Db } from "../../../../../../lib/db"
import { followedGroup, syncLog } from "../../../../../../modules/segment/group/store"
import { getSegment } from "../../../../../../modules/segment/store"
import type { SegmentGroup } from "../../../../../../types/segment"
import { followGroupWorkflow } from "../../../../../../workflows/segment/workflows/follow-group"
import { syncSegmentGroupWorkflow } from "../../../../../../workflows/segment/workflows/sync-group"
import { engageContext } from "../../../../../context"
import type { FollowGroup } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ group: await presentGroup(db, req.params.id) })
}

export const POST = async (req: AuthenticatedMedusaRequest<FollowGroup>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const segment = req.params.id
  await followGroupWorkflow(req.scope).run({
    input: { segment, group_id: req.validatedBody.group_id },
  })
  await syncSegmentGroupWorkflow(req.scope).run({ input: segment })
  res.json({ group: await presentGroup(db, segment) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await followGroupWorkflow(req.scope).run({ input: { segment: req.params.id, group_id: null } })
  res.json({ id: req.params.id, object: "segment_group", deleted: true })
}

async function presentGroup(db: Db, id: string): Promise<SegmentGroup | null> {
  const segment = await getSegment(db, id)
  const followed = await followedGroup(db, segment)
  if (!followed) return null
  return {
    group_id: followed.group_id,
    group_name: followed.group_name,
    synced_at: followed.synced_at?.toISOString() ?? null,
    error: followed.error,
    log: (await syncLog(db, segment)).map(({ at, ...entry }) => ({
      at: at.toISOString(),
      ...entry,
    })),
  }
}
