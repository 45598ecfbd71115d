import type { SqlFragment } from "../../../lib/db"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { sourceOf } from "./sources"

/** What a trigger looks at: from `since` (not included) to `now`, and nothing from before `live_since`. */
export type TriggerWindow = { since: Date; now: Date; live_since: Date; zone: string }

/**
 * Select of `profile_id`, `key`, `at` and `context` of what happened.
 * @param mark - only ids above it, for sources that go by ids
 */
export function triggered(
  trigger: CampaignTrigger,
  window: TriggerWindow,
  mark: number
): SqlFragment {
  const { sql, params } = sourceOf(trigger).find(trigger)
  return { sql, params: { ...params, ...window, mark } }
}

/** {@link triggered} of the time from `since` to `now`, whether the plugin was there already or not. */
export function happenedSince(
  trigger: CampaignTrigger,
  { since, now, zone }: Omit<TriggerWindow, "live_since">
): SqlFragment {
  const { past, find } = sourceOf(trigger)
  const { sql, params } = (past ?? find)(trigger)
  return { sql, params: { ...params, since, now, zone, live_since: since, mark: 0 } }
}
