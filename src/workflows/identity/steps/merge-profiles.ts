import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PROFILE_MODULE } from "../../../modules/profile"
import { type MergeInput, mergeProfiles } from "../../../modules/profile/identity/merge"
import { undoMerge } from "../../../modules/profile/identity/undo"
import type ProfileModuleService from "../../../modules/profile/service"

export type MergeProfilesInput = Omit<MergeInput, "now">

/** Makes one profile of two; taken back by undoing it. */
export const mergeProfilesStep = createStep(
  "engage-merge-profiles",
  async (input: MergeProfilesInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const settings = await container.resolve<ProfileModuleService>(PROFILE_MODULE).syncSettings()
    const id = await mergeProfiles(db, { ...input, now: new Date() }, settings)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const settings = await container.resolve<ProfileModuleService>(PROFILE_MODULE).syncSettings()
    await undoMerge(db, { id, now: new Date() }, settings)
  }
)
