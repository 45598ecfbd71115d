import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"

/** Normalises contact values that have changed, so that a page shows them at once and need not wait for the loop. */
export const readContactsStep = createStep(
  "engage-read-contacts",
  async (_input: { profileId: number }, { container }) => {
    await container.resolve<ProfileModuleService>(PROFILE_MODULE).readContacts()
    return new StepResponse(undefined)
  }
)
