import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getBroadcast } from "../../../modules/campaign/broadcast/store"
import { attributeRun } from "../../../modules/report/attribution/compute"

/** Credits the purchases of a started broadcast anew. Computed from what is stored, so nothing is taken back. */
export const attributeBroadcastStep = createStep(
  "engage-attribute-broadcast",
  async (id: string, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { run_id } = await getBroadcast(db, id)
    if (run_id !== null) await attributeRun(db, run_id)
    return new StepResponse(id)
  }
)
