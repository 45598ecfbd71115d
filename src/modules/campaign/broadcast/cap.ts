import { type Db, execute, query, type SqlFragment } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import { HAD_ENOUGH, lockCap, RUNS_ALIKE } from "../sql/cap"
import { wholePlan } from "./plan"
import type { BroadcastRow } from "./store"

const DAY_MS = 86_400_000

/**
 * People who had as many messages of the broadcast's series or folder as its cap allows. Days are those of the calendar, so that
 * "one in seven days" lets a weekly broadcast through each week, however long the sending takes.
 * @returns `null` for a broadcast without a cap
 */
export async function cappedPeople(
  db: Db,
  broadcast: Pick<BroadcastRow, "id" | "series_id" | "folder" | "plan">,
  { now, zone }: { now: Date; zone: string }
): Promise<SqlFragment | null> {
  const plan = wholePlan(broadcast.plan)
  const { cap } = plan
  if (!cap) return null
  const runs = await query<{ id: number; started_at: Date }>(db, RUNS_ALIKE, {
    id: broadcast.id,
    series: cap.of === "series" ? broadcast.series_id : null,
    folder: cap.of === "folder" ? broadcast.folder || null : null,
    since: firstDay(plan, cap.days, wallTime(now, zone)),
    zone,
  })
  return {
    sql: HAD_ENOUGH,
    params: {
      runs: runs.map(({ id }) => id),
      run_ats: runs.map(({ started_at }) => started_at),
      max: cap.max,
    },
  }
}

/** Keeps two broadcasts from being frozen at once where one has to see what the other writes. */
export async function waitForOthers(trx: Db, { plan }: Pick<BroadcastRow, "plan">): Promise<void> {
  await execute(trx, lockCap(wholePlan(plan).cap !== null))
}

/** The first of so many days, the last of which is the broadcast's. */
export function firstDay({ schedule }: BroadcastPlan, days: number, wallNow: string): string {
  const own = (schedule.mode === "now" ? wallNow : schedule.at).slice(0, 10)
  return new Date(Date.parse(own) - (days - 1) * DAY_MS).toISOString().slice(0, 10)
}
