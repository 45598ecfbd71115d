import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkReferences } from "../../../modules/campaign/broadcast/references"
import {
  type BroadcastInput,
  createBroadcast,
  setBroadcastDeleted,
} from "../../../modules/campaign/broadcast/store"

/** Saves a draft; taken back by deleting it. @returns its id */
export const createBroadcastStep = createStep(
  "engage-create-broadcast",
  async (input: BroadcastInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await checkReferences(db, input)
    const { id } = await createBroadcast(db, input)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setBroadcastDeleted(db, id, true)
  }
)
