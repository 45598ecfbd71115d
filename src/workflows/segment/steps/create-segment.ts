import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createSegment, type SegmentInput, setSegmentDeleted } from "../../../modules/segment/store"

/** `actor` is the admin user who makes it, its owner from then on. */
export type CreateSegmentInput = SegmentInput & { actor?: string }

/** Saves a segment; taken back by deleting it. */
export const createSegmentStep = createStep(
  "engage-create-segment",
  async ({ actor, ...input }: CreateSegmentInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const segment = await createSegment(db, input, actor)
    return new StepResponse(segment, segment.id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setSegmentDeleted(db, id, true)
  }
)
