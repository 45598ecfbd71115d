import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PROFILE_MODULE } from "../../../modules/profile"
import { undoMerge } from "../../../modules/profile/identity/undo"
import type ProfileModuleService from "../../../modules/profile/service"

export type UndoMergeInput = { id: number; actor?: string | null }

/** Makes two profiles again of one. It is the last step of its workflow: nothing after it can fail. */
export const undoMergeStep = createStep(
  "engage-undo-merge",
  async (input: UndoMergeInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const settings = await container.resolve<ProfileModuleService>(PROFILE_MODULE).syncSettings()
    return new StepResponse(await undoMerge(db, { ...input, now: new Date() }, settings))
  }
)
