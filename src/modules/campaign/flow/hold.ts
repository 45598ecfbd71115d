import { type Db, execute } from "../../../lib/db"
import type { CampaignStep } from "../../../types/campaign-plan"
import { isErrand } from "../errand/kinds"
import { sendOnErrand } from "../errand/send"
import { AWAIT } from "../sql/errand"
import type { Due } from "./due"
import { datesOf } from "./steps/wait-date"

/**
 * Has people stay at a step that they have come to: until something is done elsewhere, or until a day of their own. In the
 * caller's transaction.
 * @param people - of one step of one version, who have not been held there before
 * @returns the enrollments that stay
 */
export async function holdBack(
  trx: Db,
  step: CampaignStep | undefined,
  people: Due[],
  { campaign, now, zone }: { campaign: string; now: Date; zone: string }
): Promise<Set<number>> {
  if (!step || !people.length) return new Set()
  if (isErrand(step)) {
    await sendOnErrand(trx, step.type, people, { campaign, now })
    return new Set(people.map(({ id }) => id))
  }
  if (step.type !== "wait_date") return new Set()
  const dates = await datesOf(
    trx,
    step,
    people.map(({ profile_id }) => profile_id),
    zone
  )
  const waiting = people.filter(({ profile_id }) => dates.has(profile_id))
  await execute(trx, AWAIT, {
    enrollments: waiting.map(({ id }) => id),
    dates: waiting.map(({ profile_id }) => dates.get(profile_id)!),
    now,
  })
  return new Set(waiting.map(({ id }) => id))
}
