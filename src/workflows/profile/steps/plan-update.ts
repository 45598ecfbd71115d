import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"
import { planUpdate, type ProfilePatch } from "../../../modules/profile/fields/plan"

export type UpdateProfileInput = ProfilePatch & {
  profileId: number
  /** `staff`, `api` or `form` */
  source: string
  actor?: string | null
  reason?: string | null
}

/** Checks an edit and finds out what of it is Medusa's; changes nothing. */
export const planProfileUpdateStep = createStep(
  "engage-plan-profile-update",
  async (input: UpdateProfileInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { customerMetadata } = await container
      .resolve<ProfileModuleService>(PROFILE_MODULE)
      .settings()
    return new StepResponse(await planUpdate(db, input.profileId, input, customerMetadata))
  }
)
