import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { inTransaction } from "../../../lib/transaction"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"
import { changeTags, undoTags } from "../../../modules/profile/tags/store"
import { profileList } from "../../../modules/segment/audience/members"
import { readList } from "../../../modules/segment/audience/take"
import { membersOf } from "../../../modules/segment/read"
import { getSegment } from "../../../modules/segment/store"

/** Which tags, and whose: people named by a list as text, or a segment's members. */
export type ChangeTagsInput = {
  add: string[]
  remove: string[]
  /** `staff` or `api` */
  source: string
  actor?: string
} & ({ list: string } | { segment_id: string })

/** Gives people tags and takes others away; taken back by the history. */
export const changeTagsStep = createStep(
  "engage-change-tags",
  async (input: ChangeTagsInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { options } = container.resolve<ProfileModuleService>(PROFILE_MODULE)
    const stamp = { source: input.source, actor: input.actor, at: new Date() }
    const done = await inTransaction(db, async (trx) => {
      const { people, unmatched } = await peopleOf(trx, options, input)
      return { ...(await changeTags(trx, people, input, stamp)), unmatched }
    })
    return new StepResponse(done, stamp)
  },
  async (stamp, { container }) => {
    if (!stamp) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await undoTags(db, { ...stamp, at: new Date(stamp.at) })
  }
)

async function peopleOf(db: Db, options: EngageOptions, input: ChangeTagsInput) {
  if ("segment_id" in input)
    return { people: membersOf(await getSegment(db, input.segment_id)), unmatched: [] }
  const { profiles, unmatched } = await readList(db, options, input.list)
  return { people: profileList(profiles), unmatched }
}
