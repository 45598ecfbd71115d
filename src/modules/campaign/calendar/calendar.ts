import { MedusaError } from "@medusajs/framework/utils"
import { type Db, prefixed, query, queryOne } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import type {
  Calendar,
  CalendarEntry,
  CalendarCampaign,
  CalendarOverlap,
  CampaignOverlap,
} from "../../../types/calendar"
import { broadcastAudience } from "../broadcast/audience"
import { collectAt, wholePlan } from "../broadcast/plan"
import { type BroadcastRow, getBroadcast } from "../broadcast/store"
import { CALENDAR, commonPeople } from "../sql/calendar"
import { INSIDE } from "../sql/forecast"
import { holidaysBetween } from "../holidays/holidays"
import { readHolidays } from "../holidays/store"
import { campaignsByDay } from "./forecast"
import { laterRuns } from "./repeats"

/** Pairs whose people are compared: enough for a full week, and few enough to answer at once. */
const MOST_PAIRS = 20
const DAY_MS = 86_400_000

type Entry = { broadcast: BroadcastRow; at: Date; people: number | null }
type Range = { from: Date; to: Date; zone: string; now: Date }

/**
 * The broadcasts of a time and what campaigns send in it, and which of the coming broadcasts share people with another of
 * their day or with a campaign.
 */
export async function readCalendar(db: Db, range: Range): Promise<Calendar> {
  const { from, to, zone } = range
  // At each person's time, the first zone may have it up to a day before the shop.
  const rows = await query<{ id: string; people: number | null }>(db, CALENDAR, {
    from: new Date(from.getTime() - DAY_MS),
    to: new Date(to.getTime() + DAY_MS),
  })
  const entries: Entry[] = []
  for (const { id, people } of rows) {
    const broadcast = await getBroadcast(db, id)
    const at = plannedAt(broadcast, zone) ?? broadcast.started_at
    if (at && at >= from && at < to) entries.push({ broadcast, at, people })
  }
  const campaigns = await campaignsByDay(db, range)
  const later = await laterRuns(db, range)
  const lastDay = wallTime(new Date(to.getTime() - 1), zone).slice(0, 10)
  return {
    campaigns,
    holidays: holidaysBetween(await readHolidays(db), wallTime(from, zone).slice(0, 10), lastDay),
    inside: await insideCampaigns(db, entries, campaigns, zone),
    entries: [
      ...(await Promise.all(
        entries.map(async ({ broadcast, at, people }) => ({
          ...entryOf(broadcast, at),
          people: people ?? (await broadcastAudience(db, broadcast)).segment?.profiles ?? null,
        }))
      )),
      ...later.map(({ broadcast, at }) => ({
        ...entryOf(broadcast, at),
        later: true,
        movable: false,
      })),
    ],
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
  const where = (schedule.mode === "at" && schedule.zone) || zone
  return { ...schedule, at: wallTime(at, where) }
}

function entryOf(broadcast: BroadcastRow, at: Date): CalendarEntry {
  const { id, name, status, channel } = broadcast
  const movable = isMovable(broadcast)
  return { id, name, status, channel, at: at.toISOString(), people: null, later: false, movable }
}

/** When a broadcast with a time leaves, seen from the shop. */
function plannedAt({ plan }: BroadcastRow, zone: string): Date | null {
  return collectAt(wholePlan(plan), zone, [])
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

/** Coming broadcasts of whose people some are in a campaign that is expected to send on the same day. */
async function insideCampaigns(
  db: Db,
  entries: Entry[],
  campaigns: CalendarCampaign[],
  zone: string
): Promise<CampaignOverlap[]> {
  const pairs = entries
    .filter(({ broadcast }) => isMovable(broadcast))
    .flatMap(({ broadcast, at }) => {
      const on = wallTime(at, zone).slice(0, 10)
      return campaigns
        .filter(({ days }) => days.some(({ day, expected }) => expected && day === on))
        .map((campaign) => ({ broadcast, campaign: campaign.id }))
    })
  const found: CampaignOverlap[] = []
  for (const { broadcast, campaign } of pairs.slice(0, MOST_PAIRS)) {
    const audience = prefixed((await broadcastAudience(db, broadcast)).audience, "audience")
    const inside = prefixed({ sql: INSIDE, params: { campaign } }, "inside")
    const common = await queryOne<{ people: number; first: number }>(
      db,
      commonPeople(audience, inside),
      { ...audience.params, ...inside.params }
    )
    const { people, first } = common!
    if (people) found.push({ broadcast: broadcast.id, campaign, people, share: people / first })
  }
  return found
}
