import type { CampaignPlan } from "../../../types/campaign-plan"
import { MINUTE_MS } from "./source"
import { sourceOf } from "./sources"

/**
 * How often it is looked for people whom a plan's trigger would let in, in ms: as the campaign says, or as is usual for the
 * trigger. `undefined` where people come in at the moment something happens.
 */
export function lookEvery({
  trigger,
  look_every,
}: Pick<CampaignPlan, "trigger" | "look_every">): number | undefined {
  const usual = trigger ? sourceOf(trigger).every : undefined
  if (usual === undefined || look_every === undefined) return usual
  return look_every * MINUTE_MS
}
