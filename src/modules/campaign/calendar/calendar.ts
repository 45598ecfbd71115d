import { MedusaError } from "@medusajs/framework/utils"
import { type Db, prefixed, query, queryOne } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { BroadcastPlan } from "../../../types/broadcast"
import type { Calendar, CalendarOverlap } from "../../../types/calendar"
import { zonesOfPeople } from "../../delivery/ledger/freeze"
import { broadcastAudience } from "../broadcast/audience"
import { collectAt, wholePlan } from "../broadcast/plan"
import { type BroadcastRow, getBroadcast } from "../broadcast/store"
import { CALENDAR, commonPeople } from "../sql/calendar"

/** Pairs whose people are compared: enough for a full week, and few enough to answer at once. */
const MOST_PAIRS = 20

type Entry = { broadcast: BroadcastRow; at: Date; frozen: number | null }
type Range = { from: Date; to: Date; zone: string }

/** The broadcasts of a time, and which of the coming ones share people with another of their day. */
export async function readCalendar(db: Db, { from, to, zone }: Range): Promise<Calendar> {
  const rows = await query<{ id: string; frozen: number | null }>(db, CALENDAR, { from, to })
  const zones = await zonesOfPeople(db)
  const entries: Entry[] = []
  for (const { id, frozen } of rows) {
    const broadcast = await getBroadcast(db, id)
    const planned = collectAt(wholePlan(broadcast.plan), zone, zones)
    const at = broadcast.started_at ?? broadcast.collect_at ?? planned
    if (at && at >= from && at < to) entries.push({ broadcast, at, frozen })
  }
  return {
    entries: await Promise.all(
      entries.map(async ({ broadcast, at, frozen }) => ({
        id: broadcast.id,
        name: broadcast.name,
        status: broadcast.status,
        channel: broadcast.channel,
        at: at.toISOString(),
        people: frozen ?? (await broadcastAudience(db, broadcast)).segment?.profiles ?? null,
        movable: isMovable(broadcast),
      }))
    ),
    overlaps: await overlaps(db, entries, zone),
  }
}

/**
 * The schedule of a broadcast moved to another moment, in the words of the schedule it has.
 * @throws MedusaError `not_allowed` when it is being sent or was, or has no time
 */
export async function movedSchedule(
  db: Db,
  id: string,
  at: Date,
  zone: string
): Promise<BroadcastPlan["schedule"]> {
  const broadcast = await getBroadcast(db, id)
  const { schedule } = wholePlan(broadcast.plan)
  if (!isMovable(broadcast) || schedule.mode === "now") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The broadcast is ${broadcast.status}: only drafts and scheduled broadcasts can be moved`
    )
  }
  if (schedule.mode === "at") return { ...schedule, at: wallTime(at, schedule.zone ?? zone) }
  // What is on the calendar is the first zone's moment: the hour that everybody has moves by the same days and hours.
  const before = collectAt(wholePlan(broadcast.plan), zone, await zonesOfPeople(db))!
  const wall = Date.parse(`${schedule.at}Z`) + at.getTime() - before.getTime()
  return { ...schedule, at: new Date(wall).toISOString().slice(0, 16) }
}

function isMovable({ status, plan }: BroadcastRow): boolean {
  return status === "scheduled" || (status === "draft" && wholePlan(plan).schedule.mode !== "now")
}

/** Pairs of one day, by the members that their segments and audiences have now. */
async function overlaps(db: Db, entries: Entry[], zone: string): Promise<CalendarOverlap[]> {
  const dayOf = ({ at }: Entry) => wallTime(at, zone).slice(0, 10)
  const pairs = entries.flatMap((first, i) =>
    entries
      .slice(i + 1)
      .filter((second) => dayOf(first) === dayOf(second))
      .filter((second) => isMovable(first.broadcast) || isMovable(second.broadcast))
      .map((second) => [first.broadcast, second.broadcast] as const)
  )
  const found: CalendarOverlap[] = []
  for (const [first, second] of pairs.slice(0, MOST_PAIRS)) {
    const a = prefixed((await broadcastAudience(db, first)).audience, "first")
    const b = prefixed((await broadcastAudience(db, second)).audience, "second")
    const common = await queryOne<{ people: number; first: number; second: number }>(
      db,
      commonPeople(a, b),
      { ...a.params, ...b.params }
    )
    const smaller = Math.min(common!.first, common!.second)
    if (!common!.people) continue
    const share = common!.people / smaller
    found.push({ first: first.id, second: second.id, people: common!.people, share })
  }
  return found
}
