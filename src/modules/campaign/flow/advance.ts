import { type Db, execute, query } from "../../../lib/db"
import { type ClosedDays, NEVER_CLOSED } from "../../../lib/zoned-time"
import type { CampaignPlan, CampaignStep } from "../../../types/campaign-plan"
import { closedFor } from "../holidays/store"
import { COUNT_PASS, MOVE, NOTE_DONE, TAKE_DUE } from "../sql/advance"
import { doStep } from "./do-step"
import { type Due, ENTRANCE, type Move } from "./due"
import { holdBack } from "./hold"
import { dueAt } from "./timing"
import { tellMoves } from "./tell"
import { applyStepSettings } from "./settings"
import { knownVersion } from "./versions"

/** People moved in one transaction. */
const BATCH = 1_000
/** Steps one person can take in a campaign: more is a circle that nobody meant. */
const MAX_MOVES = 1_000

/**
 * Does one step of one campaign for people who are due at it. The step's effects and the moves are one transaction, so
 * that after a crash both have happened or neither, and nobody does a step twice.
 * @returns how many people were moved
 */
export async function advance(
  db: Db,
  id: string,
  { now, zone }: { now: Date; zone: string }
): Promise<number> {
  return db.transaction(async (trx) => {
    await applyStepSettings(trx)
    const taken = oncePerPerson(await query<Due>(trx, TAKE_DUE, { id, now, zone, limit: BATCH }))
    if (!taken.length) return 0
    const [{ version, step: stepId }] = taken
    const { plan, runs } = await knownVersion(trx, id, version)
    const step = plan.graph.steps[stepId]
    const arrived = taken.filter((one) => one.found === null && !leaving(one, plan, step))
    const held = await holdBack(trx, step, arrived, { campaign: id, now, zone })
    const due = taken.filter((one) => !held.has(one.id))
    if (!due.length) return taken.length
    const staying = due.filter((one) => !leaving(one, plan, step))
    const ways: Map<number, string> =
      step && staying.length
        ? await doStep(trx, step, {
            people: staying,
            run: runs[stepId],
            campaign: id,
            step: stepId,
            graph: plan.graph,
            now,
            zone,
          })
        : new Map<number, string>()
    const going = due.filter((one) => !step || leaving(one, plan, step) || ways.has(one.profile_id))
    if (!going.length) return taken.length
    const holidays = await closedFor(trx, plan)
    const moves = going.map((one) => move(one, plan, step, ways.get(one.profile_id), now, holidays))
    await execute(trx, MOVE, {
      now,
      ids: moves.map((m) => m.id),
      ways: moves.map((m) => m.way),
      steps: moves.map((m) => m.step),
      dues: moves.map((m) => m.due_at),
      reasons: moves.map((m) => m.reason),
    })
    await execute(trx, COUNT_PASS, {
      id,
      version,
      step: stepId,
      now,
      ways: moves.map((m) => m.way),
    })
    await execute(trx, NOTE_DONE, {
      id,
      step: stepId,
      now,
      profiles: going.map((one) => one.profile_id),
      ways: moves.map((m) => m.way),
    })
    await tellMoves(trx, { campaign_id: id, version, step: stepId }, going, moves, now)
    return taken.length
  })
}

/** Somebody who is at a step twice does it for one pass now, and for the other in the next batch. */
function oncePerPerson(due: Due[]): Due[] {
  return [...new Map(due.map((one) => [one.profile_id, one])).values()]
}

/** Why somebody leaves instead of doing the step, or `undefined`. */
function leaving(one: Due, plan: CampaignPlan, step: CampaignStep | undefined): string | undefined {
  if (one.removed) return "removed"
  if (!step && one.step !== ENTRANCE) return "step_gone"
  if (plan.exit_on_order && one.ordered) return "ordered"
  return one.moves >= MAX_MOVES ? "too_long" : undefined
}

/** Where somebody goes: out for a reason of their own, else by the way the step found for them. */
export function move(
  one: Due,
  plan: CampaignPlan,
  step: CampaignStep | undefined,
  way: string | undefined,
  now: Date,
  holidays: ClosedDays = NEVER_CLOSED
): Move {
  const reason = leaving(one, plan, step)
  if (reason) return { id: one.id, way: "left", step: null, due_at: null, reason }
  if (step?.type === "exit")
    return { id: one.id, way: "out", step: null, due_at: null, reason: step.reason }
  const entering = one.step === ENTRANCE
  const out = entering ? "in" : (way ?? "left")
  const ways: Record<string, string | null> = step?.next ?? {}
  const next = entering ? plan.graph.first : (ways[out] ?? null)
  const following = next === null ? undefined : plan.graph.steps[next]
  if (!following) return { id: one.id, way: out, step: null, due_at: null, reason: "finished" }
  const due_at = dueAt(following, now, one.zone, holidays)
  return { id: one.id, way: out, step: next, due_at, reason: null }
}
