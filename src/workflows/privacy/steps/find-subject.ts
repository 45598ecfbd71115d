import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findSubject } from "../../../modules/profile/privacy/erase"

/** Reads under which keys the shop knows somebody, before these are gone. */
export const findSubjectStep = createStep(
  "engage-find-subject",
  async ({ profile }: { profile: number }, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return new StepResponse(await findSubject(db, profile))
  }
)
