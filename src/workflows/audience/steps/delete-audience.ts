import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertUnused } from "../../../modules/campaign/broadcast/uses"
import { getAudience, setAudienceDeleted } from "../../../modules/segment/audience/store"

/**
 * Deletes an audience that nothing unfinished uses; taken back by bringing it back.
 * @throws MedusaError `not_allowed` naming the broadcasts and segments that still need it
 */
export const deleteAudienceStep = createStep(
  "engage-delete-audience",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await getAudience(db, id)
    await assertUnused(db, id, "audience")
    await setAudienceDeleted(db, id, true)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setAudienceDeleted(db, id, false)
  }
)
