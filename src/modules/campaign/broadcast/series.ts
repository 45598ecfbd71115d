import { generateEntityId } from "@medusajs/framework/utils"
import { type Db, execute } from "../../../lib/db"
import type { BroadcastPlan, TimedSchedule } from "../../../types/broadcast-plan"
import { zonesOfPeople } from "../../delivery/ledger/judgement"
import { INSERT_NEXT_RUN, MOVE_ON, NOTE_MISSED, OPEN_SERIES } from "../sql/series"
import { closedDays } from "../holidays/store"
import { collectAt, wholePlan } from "./plan"
import { nextSchedule } from "./repeat"
import type { BroadcastRow } from "./store"

const HOUR_MS = 3_600_000
/** How late a run may start whose messages have no lifetime. */
const LATEST_HOURS = 24

/** Schedules the run after one that starts, once, if it repeats. */
export async function planNext(db: Db, row: BroadcastRow, zone: string): Promise<void> {
  const schedule = repeating(row)
  if (!schedule) return
  await execute(db, OPEN_SERIES, { id: row.id, at: schedule.at })
  const holidays = row.plan.skip_holidays ? await closedDays(db) : undefined
  const next = nextSchedule(schedule, holidays)
  if (!next) return
  await execute(db, INSERT_NEXT_RUN, {
    id: generateEntityId(undefined, "brd"),
    of: row.id,
    at: next.at,
    plan: JSON.stringify({ ...row.plan, schedule: next }),
    collect_at: collectAt(
      { ...wholePlan(row.plan), schedule: next },
      zone,
      await zonesOfPeople(db)
    ),
  })
}

/**
 * Moves a repeating broadcast on to the next time that is worth it when its own was missed: its messages would be too late,
 * or the run after it is due as well. What was missed stands in the history of the series.
 * @returns whether it was missed
 */
export async function passOverMissed(
  db: Db,
  row: BroadcastRow,
  zone: string,
  now: Date
): Promise<boolean> {
  const first = repeating(row)
  if (!first) return false
  const plan = wholePlan(row.plan)
  const zones = await zonesOfPeople(db)
  const due = (schedule: TimedSchedule) => collectAt({ ...plan, schedule }, zone, zones)!
  const { missed, next } = missedTimes(first, due, plan.lifetime_hours, now)
  if (!missed.length) return false
  const times = missed.map((time) => time.toISOString())
  await execute(db, OPEN_SERIES, { id: row.id, at: first.at })
  await execute(db, NOTE_MISSED, { series: row.series_id ?? row.id, times, note: row.note })
  await execute(db, MOVE_ON, {
    id: row.id,
    plan: JSON.stringify({ ...row.plan, schedule: next ?? first }),
    collect_at: next && due(next),
  })
  return true
}

/** The times from a schedule on that are too late by now, and the first one that is not. */
export function missedTimes(
  first: TimedSchedule,
  due: (schedule: TimedSchedule) => Date,
  lifetimeHours: BroadcastPlan["lifetime_hours"],
  now: Date
): { missed: Date[]; next: TimedSchedule | null } {
  const latest = now.getTime() - (lifetimeHours ?? LATEST_HOURS) * HOUR_MS
  const missed: Date[] = []
  for (let run: TimedSchedule | null = first; run;) {
    const next: TimedSchedule | null = nextSchedule(run)
    const overtaken = next !== null && due(next) <= now
    if (due(run).getTime() >= latest && !overtaken) return { missed, next: run }
    missed.push(due(run))
    run = next
  }
  return { missed, next: null }
}

function repeating({ plan }: BroadcastRow): TimedSchedule | null {
  const { schedule } = wholePlan(plan)
  return schedule.mode !== "now" && schedule.repeat ? schedule : null
}
