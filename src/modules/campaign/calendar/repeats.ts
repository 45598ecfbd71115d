import { type Db, query } from "../../../lib/db"
import type { ClosedDays } from "../../../lib/zoned-time"
import { collectAt, wholePlan } from "../broadcast/plan"
import { nextSchedule } from "../broadcast/repeat"
import { type BroadcastRow, getBroadcast } from "../broadcast/store"
import { closedDays } from "../holidays/store"
import { REPEATING } from "../sql/calendar"

/** The runs that will follow the next one of each repeating broadcast within a time, seen from the shop. */
export async function laterRuns(
  db: Db,
  { from, to, zone }: { from: Date; to: Date; zone: string }
): Promise<{ broadcast: BroadcastRow; at: Date }[]> {
  const holidays = await closedDays(db)
  const found: { broadcast: BroadcastRow; at: Date }[] = []
  for (const { id } of await query<{ id: string }>(db, REPEATING, { to })) {
    const broadcast = await getBroadcast(db, id)
    for (const at of timesAfter(broadcast, zone, to, holidays))
      if (at >= from) found.push({ broadcast, at })
  }
  return found
}

function timesAfter(
  { plan: stored }: BroadcastRow,
  zone: string,
  to: Date,
  holidays: ClosedDays
): Date[] {
  const plan = wholePlan(stored)
  const passed = plan.skip_holidays ? holidays : undefined
  const times: Date[] = []
  let schedule = plan.schedule.mode === "now" ? null : nextSchedule(plan.schedule, passed)
  while (schedule) {
    const at = collectAt({ ...plan, schedule }, zone, [])!
    if (at >= to) break
    times.push(at)
    schedule = nextSchedule(schedule, passed)
  }
  return times
}
