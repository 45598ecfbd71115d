import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createSource, setSourceDeleted } from "../../../modules/profile/sources/store"
import type { SourceMapping } from "../../../types/event"

export type CreateSourceInput = { name: string; mapping: SourceMapping }

/** Makes an inbound source; taken back by deleting it. */
export const createSourceStep = createStep(
  "engage-create-source",
  async (input: CreateSourceInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const id = await createSource(db, input)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setSourceDeleted(db, id, true)
  }
)
