import { type Db, execute, prefixed, query } from "../../../lib/db"
import type { CampaignPlan } from "../../../types/campaign"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { comeUp, reachGoal } from "../sql/watch"
import { type HighestIds, type Marks, openMarks } from "../triggers/marks"
import { type TriggerWindow, triggered } from "../triggers/triggered"
import { tellLeft } from "./tell"
import { loadVersion } from "./versions"

type Watched = TriggerWindow & { marks: Marks; highest: HighestIds }
type Reached = { id: number; profile_id: number }
/** A step that waits, and what it waits for by the way it leads to; each has its place among the marks. */
type Wait = {
  step: string
  same: boolean
  events: { way: string; place: string; event: CampaignTrigger }[]
}

/** Who came in by an older version goes on when a wait is over. */
const VERSIONS = 10

/**
 * Looks for what those inside are waiting for: the goal ends their way, wherever they are, and counts once; what a step
 * waits for lets them go on.
 * @returns how far it has looked
 */
export async function watch(
  trx: Db,
  id: string,
  version: number,
  plan: CampaignPlan,
  { marks, highest, ...window }: Watched
): Promise<Marks> {
  const seen: Record<string, CampaignTrigger> = {}
  if (plan.goal) {
    const found = prefixed(triggered(plan.goal, window, marks.goal), "goal")
    const { now } = window
    const there = await query<Reached>(trx, reachGoal(found.sql), { ...found.params, id, now })
    await tellLeft(
      trx,
      id,
      there.map((one) => [one.id, one.profile_id, "goal"]),
      now
    )
    seen.goal = plan.goal
  }
  for (let no = version; no > Math.max(0, version - VERSIONS); no--) {
    for (const { step, same, events } of await waitsOf(trx, id, no)) {
      const found = events.map(({ way, place, event }) => ({
        way,
        ...prefixed(triggered(event, window, marks[place]), way),
      }))
      const params = Object.assign({}, ...found.map((one) => one.params))
      const at = { id, version: no, step, same, now: window.now }
      await execute(trx, comeUp(found), { ...params, ...at })
      for (const { place, event } of events) seen[place] = event
    }
  }
  return openMarks(seen, highest)
}

/** Every trigger of a plan by its place: the trigger itself, the goal, and what its steps wait for. */
export function markedTriggers(
  plan: CampaignPlan,
  version: number
): Record<string, CampaignTrigger | null> {
  const waits = waitsIn(plan, version).flatMap(({ events }) =>
    events.map(({ place, event }) => [place, event] as const)
  )
  return { trigger: plan.trigger, goal: plan.goal ?? null, ...Object.fromEntries(waits) }
}

function waitsIn({ graph }: CampaignPlan, version: number): Wait[] {
  return Object.entries(graph.steps).flatMap(([step, one]): Wait[] => {
    if (one.type !== "wait_event") return []
    const events = one.events.map((event, i) => {
      const way = String.fromCharCode(97 + i)
      return { way, place: `${version} ${step} ${way}`, event }
    })
    return [{ step, same: one.same, events }]
  })
}

/** Versions never change: what they wait for is read once a process. */
const known = new Map<string, Wait[]>()
const MOST_KNOWN = 10_000

async function waitsOf(trx: Db, id: string, version: number): Promise<Wait[]> {
  const key = `${id} ${version}`
  const found = known.get(key) ?? waitsIn((await loadVersion(trx, id, version)).plan, version)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, found)
  return found
}
