import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SEGMENT_MODULE } from "../../../modules/segment"
import type SegmentModuleService from "../../../modules/segment/service"
import { getSegment, type SegmentInput, updateSegment } from "../../../modules/segment/store"

export type UpdateSegmentInput = { id: string; change: Partial<SegmentInput> }

/** Changes a segment; taken back by writing what it was. */
export const updateSegmentStep = createStep(
  "engage-update-segment",
  async ({ id, change }: UpdateSegmentInput, { container }) => {
    const { db } = container.resolve<SegmentModuleService>(SEGMENT_MODULE)
    const before = await getSegment(db, id)
    return new StepResponse(await updateSegment(db, id, change), before)
  },
  async (before, { container }) => {
    if (!before) return
    const { db } = container.resolve<SegmentModuleService>(SEGMENT_MODULE)
    await updateSegment(db, before.id, before)
  }
)
