import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { listFields, orderFields } from "../../../modules/profile/fields/store"

/** Puts fields of one scope in an order; taken back by the order that they had. */
export const orderFieldsStep = createStep(
  "engage-order-fields",
  async (ids: string[], { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = (await listFields(db)).map(({ id }) => id).filter((id) => ids.includes(id))
    await orderFields(db, ids)
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before)
      await orderFields(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), before)
  }
)
