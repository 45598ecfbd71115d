import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  followedGroup,
  type GroupDifference,
  groupDiff,
  noteSync,
} from "../../../modules/segment/group/store"
import { getSegment } from "../../../modules/segment/store"

/** Most customers added or removed in one go; the rest follows with the next sync. */
const BATCH = 5_000

export type GroupStepOutput = { id: string; add: string[]; remove: string[] }

/** Finds what the group that follows a segment lacks and has too much; a group that is gone is noted on the segment. */
export const groupDifferenceStep = createStep(
  "engage-group-difference",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const segment = await getSegment(db, id)
    const followed = await followedGroup(db, segment)
    const nothing: GroupDifference = { add: [], remove: [] }
    if (!followed) return new StepResponse<GroupStepOutput>({ id: "", ...nothing })
    try {
      const { add, remove } = await groupDiff(db, segment, followed.group_id)
      return new StepResponse<GroupStepOutput>({
        id: followed.group_id,
        add: add.slice(0, BATCH),
        remove: remove.slice(0, BATCH),
      })
    } catch (error) {
      await noteSync(db, segment, {
        now: new Date(),
        added: 0,
        removed: 0,
        error: (error as Error).message,
      })
      return new StepResponse<GroupStepOutput>({ id: "", ...nothing })
    }
  }
)

/** Writes down what a sync did. */
export const noteSyncStep = createStep(
  "engage-note-group-sync",
  async (input: { segment: string; added: number; removed: number }, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { added, removed } = input
    const segment = await getSegment(db, input.segment)
    await noteSync(db, segment, { now: new Date(), added, removed, error: null })
    return new StepResponse({ added, removed })
  }
)
