import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne, type SqlFragment } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { Channel } from "../../../types/common"
import {
  CLOSE_DAYS,
  FREEZE_CHUNKS,
  freezeMessages,
  INSERT_SLOTS,
  LOCK_RUN,
  MESSAGES_OF_RUN,
  START_RUN,
} from "../sql/freeze"
import type { BestHours } from "./best-hours"
import { completeRuns } from "./complete"
import { bestHoursOf, judgement, zonesOfPeople } from "./judgement"
import { atOnce, closedDaysOf, isZoned, type Place, planSlots, type SendPlan } from "./plan"

/** Messages of one run that may change what the planner should know of their month. */
const GROWN = 1_000

/** A run whose row is locked. */
export type LockedRun = {
  id: number
  started_at: Date
  ref: string
  channel: Channel
  topic: string | null
  status: string
  content_id: number
}

/**
 * Freezes who gets the run's message, when and with which content, and lets it go: one message for each person of the
 * audience, those that may not be written to as skipped with the reason. All or nothing; after a crash it may be called
 * again.
 * @param audience - select of `profile_id`; may name a person twice
 * @param exclude - select of `profile_id` to leave out
 * @returns how many messages were frozen, skipped ones included
 * @throws MedusaError `not_allowed` when the run was frozen before
 */
export async function freezeRun(
  db: Db,
  runId: number,
  audience: SqlFragment,
  exclude: SqlFragment | null,
  now: Date,
  plan: SendPlan = atOnce(now)
): Promise<number> {
  const frozen = await db.transaction(async (trx) => {
    const run = await lockFreezing(trx, runId)
    const key = { run: runId, run_at: run.started_at, channel: run.channel }
    const best = await bestHoursOf(trx, plan, now)
    const { slots, places, times, fallback } = planSlots(
      plan,
      isZoned(plan) ? placesOf(plan.zone, await zonesOfPeople(trx), best) : [],
      now,
      best?.hour
    )
    await execute(trx, INSERT_SLOTS, {
      run: runId,
      slots: slots.map((s) => s.slot),
      due: slots.map((s) => s.due_at),
      variants: slots.map((s) => s.variant),
      held: slots.map((s) => s.held),
    })
    const judged = judgement({ audience, exclude, plan, best, ...run })
    await execute(trx, `set local work_mem = '64MB'`)
    const messages = await execute(trx, freezeMessages(judged.sql, places.length > 0), {
      ...judged.params,
      ...key,
      zones: places.map(({ zone }) => zone),
      hours: places.map(({ hour }) => hour),
      times,
      fallback,
      shares: Math.max(plan.split.length, 1),
    })
    await execute(trx, FREEZE_CHUNKS, key)
    await execute(trx, START_RUN, { run: runId, frozen: messages })
    const closed = closedDaysOf(plan, now)
    if (closed) await execute(trx, CLOSE_DAYS, { run: runId, closed })
    await wake(trx, "engage_deliver")
    return messages
  })
  if (frozen >= GROWN) await learnMessages(db, runId)
  await completeRuns(db, now)
  return frozen
}

/** The planner knows nothing of a table that has just grown, and the first claims would scan all of it. */
async function learnMessages(db: Db, run: number): Promise<void> {
  const table = await queryOne<{ name: string }>(db, MESSAGES_OF_RUN, { run })
  if (table) await execute(db, `analyze ${table.name}`)
}

/** Every zone with every hour that somebody there may have. */
function placesOf(own: string, zones: string[], best: BestHours | null): Place[] {
  if (!best) return zones.map((zone) => ({ zone, hour: 0 }))
  return [...new Set([own, ...zones])].flatMap((zone) => best.open.map((hour) => ({ zone, hour })))
}

async function lockFreezing(db: Db, runId: number): Promise<LockedRun> {
  const run = await queryOne<LockedRun>(db, LOCK_RUN, { run: runId })
  if (!run) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Run ${runId} was not found`)
  if (run.status !== "freezing") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Run ${runId} is ${run.status}: it was frozen before`
    )
  }
  return run
}
