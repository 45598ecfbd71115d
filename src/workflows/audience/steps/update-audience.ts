import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type AudienceInput,
  getAudience,
  updateAudience,
} from "../../../modules/segment/audience/store"

export type UpdateAudienceInput = {
  id: string
  change: Partial<AudienceInput> & { archived?: boolean }
}

/** Renames, files away or archives an audience; taken back by writing what it was. */
export const updateAudienceStep = createStep(
  "engage-update-audience",
  async ({ id, change }: UpdateAudienceInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await getAudience(db, id)
    await updateAudience(db, id, change)
    return new StepResponse(id, before)
  },
  async (before, { container }) => {
    if (!before) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { id, name, description, folder, archived_at } = before
    await updateAudience(db, id, { name, description, folder, archived: archived_at !== null })
  }
)
