import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../lib/transaction"
import {
  addMembers,
  profileList,
  removeMembers,
  undoChange,
} from "../../../modules/segment/audience/members"
import { getAudience } from "../../../modules/segment/audience/store"
import { readList } from "../../../modules/segment/audience/take"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"

/** People named by a list as text, or an earlier change to take back. */
export type ChangeMembersInput = {
  id: string
  actor?: string
} & ({ action: "add" | "remove"; list: string } | { action: "undo"; change: number })

/** Adds people to an audience, takes them out, or undoes that; taken back by the opposite. */
export const changeMembersStep = createStep(
  "engage-change-audience-members",
  async (input: ChangeMembersInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { options } = container.resolve<ProfileModuleService>(PROFILE_MODULE)
    const audience = await getAudience(db, input.id)
    const by = { now: new Date(), actor: input.actor ?? null, source: input.action }
    if (input.action === "undo") {
      const done = await undoChange(db, audience, input.change, by)
      return new StepResponse({ ...done, unmatched: [] as string[] }, { audience, change: done.id })
    }
    const { action, list } = input
    const done = await inTransaction(db, async (trx) => {
      const { profiles, unmatched } = await readList(trx, options, list)
      const change =
        action === "add"
          ? await addMembers(trx, audience, profileList(profiles), by)
          : await removeMembers(trx, audience, profiles, by)
      return { ...change, unmatched }
    })
    return new StepResponse(done, { audience, change: done.id })
  },
  async (data, { container }) => {
    if (!data) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const by = { now: new Date(), actor: null, source: "undo" }
    await undoChange(db, data.audience, data.change, by)
  }
)
