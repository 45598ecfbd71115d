import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { broadcastsUsing } from "../../../modules/campaign/broadcast/store"
import { getSegment, setSegmentDeleted } from "../../../modules/segment/store"

/**
 * Deletes a segment that nothing unfinished uses; taken back by bringing it back.
 * @throws MedusaError `not_allowed` naming the broadcasts that still need it
 */
export const deleteSegmentStep = createStep(
  "engage-delete-segment",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await getSegment(db, id)
    const open = (await broadcastsUsing(db, [id])).filter((use) => use.status === "draft")
    if (open.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The segment is used by the draft ${open.map((use) => `"${use.name}"`).join(", ")}: choose another audience there first`
      )
    }
    await setSegmentDeleted(db, id, true)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setSegmentDeleted(db, id, false)
  }
)
