import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
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
    const { people, unmatched } =
      "list" in input
        ? await readList(db, options, input.list).then(({ profiles, unmatched }) => ({
            people: profileList(profiles),
            unmatched,
          }))
        : { people: membersOf(await getSegment(db, input.segment_id)), unmatched: [] }
    const stamp = { source: input.source, actor: input.actor, at: new Date() }
    const changed = await db.transaction((trx) => changeTags(trx, people, input, stamp))
    return new StepResponse({ ...changed, unmatched }, stamp)
  },
  async (stamp, { container }) => {
    if (!stamp) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await undoTags(db, { ...stamp, at: new Date(stamp.at) })
  }
)
