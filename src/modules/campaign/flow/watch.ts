import { type Db, execute, prefixed } from "../../../lib/db"
import type { CampaignPlan } from "../../../types/campaign"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { reachGoal } from "../sql/watch"
import { type HighestIds, type Marks, openMarks } from "../triggers/marks"
import { type TriggerWindow, triggered } from "../triggers/triggered"

type Watched = TriggerWindow & { marks: Marks; highest: HighestIds }

/**
 * Looks for what those inside are waiting for: the goal ends their way, wherever they are, and counts once.
 * @returns how far it has looked
 */
export async function watch(
  trx: Db,
  id: string,
  plan: CampaignPlan,
  { marks, highest, ...window }: Watched
): Promise<Marks> {
  const { goal } = plan
  if (!goal) return {}
  const found = prefixed(triggered(goal, window, marks.goal), "goal")
  await execute(trx, reachGoal(found.sql), { ...found.params, id, now: window.now })
  return openMarks({ goal }, highest)
}

/** Every trigger of a plan by its place. */
export function markedTriggers(plan: CampaignPlan): Record<string, CampaignTrigger | null> {
  return { trigger: plan.trigger, goal: plan.goal ?? null }
}
