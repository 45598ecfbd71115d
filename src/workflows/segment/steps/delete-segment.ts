import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertUnused } from "../../../modules/campaign/broadcast/uses"
import { getSegment, setSegmentDeleted } from "../../../modules/segment/store"

/**
 * Deletes a segment that nothing unfinished uses; taken back by bringing it back.
 * @throws MedusaError `not_allowed` naming the broadcasts and segments that still need it
 */
export const deleteSegmentStep = createStep(
  "engage-delete-segment",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await getSegment(db, id)
    await assertUnused(db, id, "segment")
    await setSegmentDeleted(db, id, true)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setSegmentDeleted(db, id, false)
  }
)
