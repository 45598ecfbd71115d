import { createHash } from "node:crypto"
import { type Db, prefixed, query, type SqlFragment } from "../../../lib/db"
import type { Channel } from "../../../types/common"
import { channelBit } from "../../profile/consent/channel-bit"
import { judgedAudience, limitedAudience, ZONES } from "../sql/freeze"
import { type BestHours, loadBestHours } from "./best-hours"
import { type SendPlan, splitBounds } from "./plan"

/** Everybody of an audience with their fate under a plan. */
export function judgement(input: {
  audience: SqlFragment
  exclude: SqlFragment | null
  plan: SendPlan
  ref: string
  channel: Channel
  topic: string | null
  best?: BestHours | null
}): SqlFragment {
  const { plan, ref, best = null } = input
  // Both come from the same compiler and may use the same parameter names.
  const inside = prefixed(input.audience, "audience")
  const outside = input.exclude && prefixed(input.exclude, "exclude")
  const control_share = Math.round((plan.control?.percent ?? 0) * 100)
  const capped = plan.capped && prefixed(plan.capped, "capped")
  const strata = plan.strata && prefixed(plan.strata, "strata")
  const hours = best?.people ?? null
  const draws = { control: control_share > 0, split: plan.split.length > 0 }
  const judged = judgedAudience(inside, { exclude: outside, capped, hours }, draws)
  return {
    sql: plan.limit ? limitedAudience(judged, strata) : judged,
    params: {
      ...inside.params,
      ...outside?.params,
      ...capped?.params,
      ...(plan.limit && strata?.params),
      ...hours?.params,
      channel: input.channel,
      topic: input.topic,
      bit: channelBit(input.channel),
      control_share,
      control_seed: plan.control?.seed ?? 0,
      split_seed: seedOf(`${ref} split`),
      split_bounds: splitBounds(plan.split),
      held_out_share: plan.split.findIndex(({ role }) => role === "held_out"),
      limit_seed: seedOf(`${ref} sample`),
      limit_count: plan.limit?.kind === "count" ? plan.limit.value : null,
      limit_percent: plan.limit?.kind === "percent" ? plan.limit.value : null,
    },
  }
}

/** A number that stands for a text, the same for good. */
function seedOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE()
}

/** The hours in which people are used to read, where a plan asks for them. */
export async function bestHoursOf(db: Db, plan: SendPlan, now: Date): Promise<BestHours | null> {
  return "best" in plan.base ? loadBestHours(db, plan, now) : null
}

/** IANA zones in which somebody lives. */
export async function zonesOfPeople(db: Db): Promise<string[]> {
  return (await query<{ zone: string }>(db, ZONES)).map(({ zone }) => zone)
}
