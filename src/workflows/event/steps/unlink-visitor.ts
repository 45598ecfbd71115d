import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { unlinkVisitor } from "../../../modules/profile/events/link"

export type UnlinkVisitorInput = { merge: number; profileId: number; actor: string }

/** Takes the join of a device back. */
export const unlinkVisitorStep = createStep(
  "engage-unlink-visitor",
  async (input: UnlinkVisitorInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await unlinkVisitor(db, { ...input, now: new Date() })
    return new StepResponse(input.merge)
  }
)
