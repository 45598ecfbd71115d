import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getSegment, type SegmentInput, updateSegment } from "../../../modules/segment/store"

export type UpdateSegmentInput = { id: string; change: Partial<SegmentInput> }

/** Changes a segment; taken back by writing what it was. */
export const updateSegmentStep = createStep(
  "engage-update-segment",
  async ({ id, change }: UpdateSegmentInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await getSegment(db, id)
    return new StepResponse(await updateSegment(db, id, change), before)
  },
  async (before, { container }) => {
    if (!before) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await updateSegment(db, before.id, before)
  }
)
