import { checkRules } from "../../../rules/check"
import type { Registry } from "../../../rules/describe"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import type { Known } from "../flow/known-things"
import { sourceOf } from "./sources"

/** Why a trigger cannot be used as it is, the first reason; `undefined` when it can. */
export function triggerProblem(
  trigger: CampaignTrigger,
  registry: Registry,
  known: Known
): string | undefined {
  const { problem, asks } = sourceOf(trigger)
  const asked = asks?.(trigger)
  return problem?.(trigger, known) ?? (asked && checkRules(asked, registry)[0]?.message)
}
