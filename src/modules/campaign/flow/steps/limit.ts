import { type Db, execute, queryOne } from "../../../../lib/db"
import type { CampaignStep } from "../../../../types/campaign-plan"
import { LOCK_STEP, WENT_ON } from "../../sql/limit"
import type { StepContext } from "../step-context"

/** Lets so many people on, those who came first, and the others the other way. Workers wait for each other here. */
export async function limit(
  trx: Db,
  { total, per_day }: Extract<CampaignStep, { type: "limit" }>,
  { people, campaign, step, now, zone }: StepContext
): Promise<Map<number, string>> {
  await execute(trx, LOCK_STEP, { key: `${campaign} ${step}` })
  const went = (await queryOne<{ ever: number; today: number }>(trx, WENT_ON, {
    id: campaign,
    step,
    now,
    zone,
  }))!
  const left = Math.min((total ?? Infinity) - went.ever, (per_day ?? Infinity) - went.today)
  return new Map(people.map(({ profile_id }, i) => [profile_id, i < left ? "in" : "over"]))
}
