import { type Db, query } from "../../../lib/db"
import { collectAt, wholePlan } from "../broadcast/plan"
import { nextSchedule } from "../broadcast/repeat"
import { type BroadcastRow, getBroadcast } from "../broadcast/store"
import { REPEATING } from "../sql/calendar"

/** The runs that will follow the next one of each repeating broadcast within a time, seen from the shop. */
export async function laterRuns(
  db: Db,
  { from, to, zone }: { from: Date; to: Date; zone: string }
): Promise<{ broadcast: BroadcastRow; at: Date }[]> {
  const found: { broadcast: BroadcastRow; at: Date }[] = []
  for (const { id } of await query<{ id: string }>(db, REPEATING, { to })) {
    const broadcast = await getBroadcast(db, id)
    for (const at of timesAfter(broadcast, zone, to)) if (at >= from) found.push({ broadcast, at })
  }
  return found
}

function timesAfter({ plan: stored }: BroadcastRow, zone: string, to: Date): Date[] {
  const plan = wholePlan(stored)
  const times: Date[] = []
  let schedule = plan.schedule.mode === "now" ? null : nextSchedule(plan.schedule)
  while (schedule) {
    const at = collectAt({ ...plan, schedule }, zone, [])!
    if (at >= to) break
    times.push(at)
    schedule = nextSchedule(schedule)
  }
  return times
}
