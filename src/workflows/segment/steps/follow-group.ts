import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { follow, followedGroup, unfollow } from "../../../modules/segment/group/store"
import { getSegment } from "../../../modules/segment/store"

export type FollowGroupInput = { segment: string; group_id: string | null }

/** Lets a customer group follow a segment, or stops it; taken back by what was before. */
export const followGroupStep = createStep(
  "engage-follow-group",
  async ({ segment: id, group_id }: FollowGroupInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const segment = await getSegment(db, id)
    const before = (await followedGroup(db, segment))?.group_id ?? null
    if (group_id) await follow(db, segment, group_id)
    else await unfollow(db, segment)
    return new StepResponse(id, { id, before })
  },
  async (data, { container }) => {
    if (!data) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const segment = await getSegment(db, data.id)
    if (data.before) await follow(db, segment, data.before)
    else await unfollow(db, segment)
  }
)
