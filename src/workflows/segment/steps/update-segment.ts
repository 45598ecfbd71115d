import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getSegment, type SegmentChange, updateSegment } from "../../../modules/segment/store"

export type UpdateSegmentInput = { id: string; change: SegmentChange; actor?: string }

/** Changes a segment; taken back by writing what it was. */
export const updateSegmentStep = createStep(
  "engage-update-segment",
  async ({ id, change, actor }: UpdateSegmentInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await getSegment(db, id)
    return new StepResponse(await updateSegment(db, id, change, actor), before)
  },
  async (before, { container }) => {
    if (!before) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { name, description, folder, rules, archived_at } = before
    const change = { name, description, folder, rules, archived: archived_at !== null }
    await updateSegment(db, before.id, change)
  }
)
