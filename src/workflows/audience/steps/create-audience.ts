import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type NewAudience, takeAudience } from "../../../modules/segment/audience/take"
import { setAudienceDeleted } from "../../../modules/segment/audience/store"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"

/** Longest time spent on reading the shop's latest changes first, in ms. */
const SYNC_MS = 5_000

export type CreateAudienceInput = NewAudience & { actor?: string }

/** Freezes an audience as of now; taken back by deleting it. */
export const createAudienceStep = createStep(
  "engage-create-audience",
  async ({ actor, ...input }: CreateAudienceInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const profiles = container.resolve<ProfileModuleService>(PROFILE_MODULE)
    await profiles.syncNow(SYNC_MS)
    const { id, unmatched } = await takeAudience(db, profiles.options, input, new Date(), actor)
    return new StepResponse({ id, unmatched }, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setAudienceDeleted(db, id, true)
  }
)
