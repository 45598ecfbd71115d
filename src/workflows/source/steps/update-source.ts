import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getSource, type SourceChange, updateSource } from "../../../modules/profile/sources/store"

export type UpdateSourceInput = { id: string; change: SourceChange }

/** Changes an inbound source; taken back by writing what was there. */
export const updateSourceStep = createStep(
  "engage-update-source",
  async ({ id, change }: UpdateSourceInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { name, mapping, active, secret } = await getSource(db, id)
    await updateSource(db, id, change)
    return new StepResponse(id, { id, change: { name, mapping, active, secret } })
  },
  async (before, { container }) => {
    if (!before) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await updateSource(db, before.id, before.change)
  }
)
