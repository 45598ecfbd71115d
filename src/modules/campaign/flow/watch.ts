import { type Db, execute, prefixed, query } from "../../../lib/db"
import { inTurn } from "../../../lib/in-turn"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { comeUp, reachGoal } from "../sql/watch"
import { type Look, markFor, type Marks, openMarks } from "../triggers/marks"
import { type TriggerWindow, triggered } from "../triggers/triggered"
import { isMessageStep } from "./message-step"
import { SENT } from "./steps/outcome"
import { tellLeft } from "./tell"
import { knownVersion } from "./versions"

type Watched = TriggerWindow & { marks: Marks; look: Look }
type Reached = { id: number; profile_id: number }
/** A step that waits, and what it waits for by the way it leads to; each has its place among the marks. */
type Wait = {
  step: string
  same: boolean
  /** What is known of those who wait there; null is nothing. */
  state: string | null
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
  { marks, look, ...window }: Watched
): Promise<Marks> {
  const seen: Record<string, CampaignTrigger> = {}
  if (plan.goal) {
    const found = prefixed(
      triggered(plan.goal, window, markFor(plan.goal, look, marks.goal)),
      "goal"
    )
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
  for (const no of versionsWatched(version)) {
    for (const { step, same, state, events } of await waitsOf(trx, id, no)) {
      const found = events.map(({ way, place, event }) => ({
        way,
        ...prefixed(triggered(event, window, markFor(event, look, marks[place])), way),
      }))
      const params = Object.assign({}, ...found.map((one) => one.params))
      const at = { id, version: no, step, same, state, now: window.now }
      await execute(trx, comeUp(found), { ...params, ...at })
      for (const { place, event } of events) seen[place] = event
    }
  }
  return openMarks(seen, look.highest)
}

/** Every trigger of a campaign's plan by its place: the trigger itself, the goal, and what its steps wait for. */
export function markedTriggers(
  id: string,
  plan: CampaignPlan,
  version: number
): Record<string, CampaignTrigger | null> {
  const waits = waitsIn(id, plan, version).flatMap(({ events }) =>
    events.map(({ place, event }) => [place, event] as const)
  )
  return { trigger: plan.trigger, goal: plan.goal ?? null, ...Object.fromEntries(waits) }
}

function waitsIn(id: string, { graph }: CampaignPlan, version: number): Wait[] {
  return Object.entries(graph.steps).flatMap(([step, one]): Wait[] => {
    if (isMessageStep(one))
      return one.outcome?.until === "seen" ? [untilSeen(id, version, step)] : []
    if (one.type !== "wait_event") return []
    const events = one.events.map((event, i) => {
      const way = String.fromCharCode(97 + i)
      return { way, place: `${version} ${step} ${way}`, event }
    })
    return [{ step, same: one.same, state: null, events }]
  })
}

/** People whom a step has sent to go on as soon as they see it. */
function untilSeen(id: string, version: number, step: string): Wait {
  const event: CampaignTrigger = { type: "message_opened", ref: id, step }
  const seen = { way: "seen", place: `${version} ${step} seen`, event }
  return { step, same: false, state: SENT, events: [seen] }
}

/** The goal of a live campaign, and what the steps of its versions wait for. */
export async function awaited(
  db: Db,
  id: string,
  version: number,
  { goal }: CampaignPlan
): Promise<CampaignTrigger[]> {
  const waits = await inTurn(versionsWatched(version), (no) => waitsOf(db, id, no))
  const events = waits.flat().flatMap((wait) => wait.events.map(({ event }) => event))
  return goal ? [goal, ...events] : events
}

function versionsWatched(version: number): number[] {
  return Array.from({ length: Math.min(version, VERSIONS) }, (_, i) => version - i)
}

async function waitsOf(db: Db, id: string, version: number): Promise<Wait[]> {
  return waitsIn(id, (await knownVersion(db, id, version)).plan, version)
}
