import { MedusaError } from "@medusajs/framework/utils"
import {
  type ClosedDays,
  type DayWindow,
  minutesOf,
  wallTime,
  zonedInstant,
} from "../../../lib/zoned-time"
import {
  type BroadcastPlan,
  DEFAULT_PLAN,
  type SampleGroups,
  type Schedule,
} from "../../../types/broadcast-plan"
import type { SqlFragment } from "../../../lib/db"
import { BY_RFM, BY_SEGMENTS } from "../sql/strata"
import { splitOf } from "./ab"
import type { PlanBase, SendPlan } from "../../delivery/ledger/plan"

/** What the shop says about time and its holidays, who is never written to, and who had enough. */
export type PlanContext = { zone: string; holidays: ClosedDays } & Pick<
  SendPlan,
  "control" | "capped"
>

/** A plan with its defaults filled in. */
export function wholePlan(stored: Partial<BroadcastPlan>): BroadcastPlan {
  return { ...DEFAULT_PLAN, ...stored }
}

/** Hours of the recipient's day in which messages may leave; `null` for any. */
export function windowOf(plan: BroadcastPlan): DayWindow | null {
  if (plan.deliver_immediately) return null
  return { from: minutesOf(plan.window.from), to: minutesOf(plan.window.to) }
}

/** How the ledger spreads the audience of a broadcast that starts now. */
export function sendPlan(plan: BroadcastPlan, context: PlanContext, now: Date): SendPlan {
  const { schedule, limit } = plan
  const { zone, control, capped, holidays } = context
  const strata = limit?.by ? strataOf(limit.by) : null
  return {
    base: baseOf(schedule, zone, now),
    zone,
    window: windowOf(plan),
    closed: plan.skip_holidays ? holidays : null,
    limit,
    strata,
    control,
    capped,
    split: splitOf(plan),
  }
}

function strataOf(by: SampleGroups): SqlFragment {
  if (by.kind === "rfm") return { sql: BY_RFM, params: {} }
  return { sql: BY_SEGMENTS, params: { ids: by.segment_ids } }
}

function baseOf(schedule: Schedule, zone: string, now: Date): PlanBase {
  if (schedule.mode === "now") return { at: now }
  if (schedule.mode === "local") return { wall: schedule.at }
  if (schedule.mode === "best") return { best: schedule.at }
  return { at: zonedInstant(schedule.at, schedule.zone ?? zone) }
}

/**
 * When the audience of a scheduled broadcast is taken: at its time, or when the first zone has it.
 * @param zones - zones in which somebody lives
 * @returns `null` for a broadcast that is to start at once
 */
export function collectAt(plan: BroadcastPlan, zone: string, zones: string[]): Date | null {
  const { schedule } = plan
  if (schedule.mode === "now") return null
  if (schedule.mode === "at") return zonedInstant(schedule.at, schedule.zone ?? zone)
  const instants = [zone, ...zones].map((one) => zonedInstant(schedule.at, one).getTime())
  return new Date(Math.min(...instants))
}

/** Whether the time of a plan lies behind, where it is meant. */
export function hasPassed({ schedule }: BroadcastPlan, zone: string, now: Date): boolean {
  return schedule.mode !== "now" && schedule.at <= wallTime(now, whereOf(schedule, zone))
}

/** @throws MedusaError `invalid_data` when {@link hasPassed} */
export function assertFuture(plan: BroadcastPlan, zone: string, now: Date): void {
  const { schedule } = plan
  if (schedule.mode === "now" || !hasPassed(plan, zone, now)) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `plan.schedule.at: ${schedule.at.replace("T", " ")} in ${whereOf(schedule, zone)} has passed: choose a later time`
  )
}

function whereOf(schedule: Schedule, zone: string): string {
  return (schedule.mode === "at" && schedule.zone) || zone
}
