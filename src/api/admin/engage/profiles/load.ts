import { MedusaError } from "@medusajs/framework/utils"
import { publicIds } from "../../../../lib/public-id"
import { livingProfile, readProfile } from "../../../../modules/profile/read/detail"
import { PROFILE_ID } from "../../../../modules/profile/read/row"
import { audiencesOf } from "../../../../modules/segment/audience/store"
import { tagsOf } from "../../../../modules/profile/tags/store"
import { segmentsOf } from "../../../../modules/segment/read"
import type { ProfileDetail } from "../../../../types/profile"
import type { PersonTag } from "../../../../types/tag"
import type { EngageContext } from "../../../context"
import { userNames } from "../segments/present"

/**
 * The number of the profile that a public id means: a merged one's is that of the profile it became part of.
 * @throws MedusaError `not_found`
 */
export async function profileNumber({ db }: EngageContext, id: string): Promise<number> {
  return livingProfile(db, (await publicIds(db)).openOne(PROFILE_ID, id, "Profile"))
}

/** The person's tags, with the names of the admin users who gave them. */
async function loadTags(context: EngageContext, number: number): Promise<PersonTag[]> {
  const rows = await tagsOf(context.db, number)
  const names = await userNames(
    context,
    rows.map((row) => row.actor)
  )
  return rows.map(({ actor, added_at, ...tag }) => ({
    ...tag,
    added_at: added_at.toISOString(),
    by: (actor && names.get(actor)) ?? null,
  }))
}

/** The whole profile. @throws MedusaError `not_found` when it is gone */
export async function loadProfile(context: EngageContext, number: number): Promise<ProfileDetail> {
  const profile = await readProfile(context.db, number, context)
  if (!profile)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "Profile was not found: it has been removed")
  return {
    ...profile,
    tags: await loadTags(context, number),
    segments: await segmentsOf(context.db, number),
    audiences: await audiencesOf(context.db, number),
  }
}
