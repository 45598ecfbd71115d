import { type ClosedDays, NEVER_CLOSED } from "../../../lib/zoned-time"
import type { CampaignPlan, CampaignStep } from "../../../types/campaign-plan"
import { move } from "../flow/advance"
import { type Due, ENTRANCE } from "../flow/due"
import type { Asked } from "../flow/steps/filter"
import { HELD_OUT } from "../sql/holdout"

/** Somebody who comes in at a moment by something; `ordered_at` is their first order after it. */
export type Entrant = {
  profile_id: number
  at: Date
  zone: string
  ordered_at: Date | null
  context: Record<string, unknown>
}

/** The way out of a step that a person takes, why if it is not plain, and until when they stay before it. */
export type Decision = { way: string; why: string | null; until?: Date }

/** Finds the way out of a step for people who are at it. Reads only. */
export type Decide = (
  id: string,
  step: CampaignStep,
  people: Asked[]
) => Promise<Map<number, Decision>>

export type Walk = {
  entrant: Entrant
  path: { step: string; way: string; at: Date; why: string | null }[]
  ended_at: Date
  reason: string
}

/** The shop's holidays, and who is kept out to compare with. */
type Mind = { holidays?: ClosedDays; heldOut?: ReadonlySet<number> }

type Walker = Walk & { due: Due; at: Date; going: boolean }

/** How far a way is followed, in ms: 180 days. */
const HORIZON_MS = 180 * 86_400_000

/**
 * Walks people through a plan by the engine's own transitions, with a clock that jumps from step to step. Nothing is done.
 * @returns each person's way, in the order of the entrants
 */
export async function simulateWalks(
  plan: CampaignPlan,
  entrants: Entrant[],
  decide: Decide,
  { holidays = NEVER_CLOSED, heldOut = new Set() }: Mind = {}
): Promise<Walk[]> {
  const walkers = entrants.map((one) => enter(one, heldOut.has(one.profile_id)))
  for (
    let going = walkers.filter((one) => one.going);
    going.length;
    going = going.filter((one) => one.going)
  ) {
    for (const [id, people] of byStep(going)) {
      const step: CampaignStep | undefined = plan.graph.steps[id]
      const staying = people.map(({ due }) => due)
      const decisions = step ? await decide(id, step, staying) : new Map<number, Decision>()
      for (const walker of people)
        go(walker, plan, step, decisions.get(walker.entrant.profile_id), holidays)
    }
  }
  return walkers.map(({ entrant, path, ended_at, reason }) => ({ entrant, path, ended_at, reason }))
}

function enter(entrant: Entrant, heldOut: boolean): Walker {
  const { profile_id, at, zone, context } = entrant
  const due: Due = {
    ...{ id: profile_id, profile_id, zone, step: ENTRANCE, context },
    ...{
      version: 0,
      moves: 0,
      removed: false,
      ordered: false,
      facts: {},
      found: null,
      held_since: null,
    },
  }
  const reason = heldOut ? HELD_OUT : ""
  return { entrant, path: [], ended_at: at, reason, due, at, going: !heldOut }
}

function byStep(walkers: Walker[]): Map<string, Walker[]> {
  const steps = new Map<string, Walker[]>()
  for (const walker of walkers) {
    const { step } = walker.due
    steps.set(step, [...(steps.get(step) ?? []), walker])
  }
  return steps
}

function go(
  walker: Walker,
  plan: CampaignPlan,
  step: CampaignStep | undefined,
  decision: Decision | undefined,
  holidays: ClosedDays
): void {
  const { due, entrant } = walker
  const at = decision?.until && decision.until > walker.at ? decision.until : walker.at
  const ordered = entrant.ordered_at !== null && entrant.ordered_at <= at
  const next = move({ ...due, ordered }, plan, step, decision?.way, at, holidays)
  if (due.step !== ENTRANCE) {
    const why = next.way === decision?.way ? decision.why : null
    walker.path.push({ step: due.step, way: next.way, at, why })
  }
  const late = next.due_at !== null && next.due_at.getTime() > entrant.at.getTime() + HORIZON_MS
  if (next.step === null || late) {
    Object.assign(walker, { going: false, ended_at: at, reason: next.reason ?? "still_inside" })
    return
  }
  walker.due = { ...due, step: next.step, moves: due.moves + 1 }
  walker.at = next.due_at!
}
