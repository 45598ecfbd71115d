import { subDays } from "date-fns"
import { type Db, query } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { CalendarCampaign } from "../../../types/calendar"
import type { CampaignStatus } from "../../../types/campaign"
import type { CampaignPlan } from "../../../types/campaign-plan"
import { simulate } from "../simulate/simulate"
import { SENT_BY_DAY } from "../sql/forecast"
import { previewTrigger } from "../triggers/preview"

/** Whole weeks, so that every weekday counts as often. */
const LOOKED_BACK = 28
/** A campaign that is live for less says too little of itself: it is tried on the past instead. */
const ENOUGH_DAYS = 7
const PREVIEW_DAYS = 30
const MOST = 100
const DAY_MS = 86_400_000

type Row = {
  id: string
  name: string
  status: CampaignStatus
  live_since: Date | null
  plan: CampaignPlan
  sent: Record<string, number>
}
type Range = { from: Date; to: Date; now: Date; zone: string }

/**
 * What campaigns sent on the days of a time, and what the live ones will probably send on those to come: as many as on the
 * same weekday of the last four weeks, or as many as the last 30 days would have brought if the campaign is new.
 */
export async function campaignsByDay(db: Db, range: Range): Promise<CalendarCampaign[]> {
  const { from, now, zone } = range
  const earliest = new Date(Math.min(from.getTime(), subDays(now, LOOKED_BACK).getTime()))
  const rows = await query<Row>(db, SENT_BY_DAY, { from: earliest, to: now, zone, limit: MOST })
  const found: CalendarCampaign[] = []
  for (const { id, name, status, live_since, plan, sent } of rows) {
    const expects = await expectation(db, { id, status, live_since, plan, sent }, now, zone)
    found.push({ id, name, status, days: daysOf(range, sent, expects) })
  }
  return found.filter(({ status, days }) => status === "live" || days.length > 0)
}

/** Messages of each day of the range: those sent before today, and those expected from today on. */
function daysOf(
  { from, to, now, zone }: Range,
  sent: Record<string, number>,
  expects: (weekday: number) => number
): CalendarCampaign["days"] {
  const today = dayOf(now, zone)
  const days: CalendarCampaign["days"] = []
  for (const day of daysBetween(dayOf(from, zone), dayOf(new Date(to.getTime() - 1), zone))) {
    const expected = day >= today
    const messages = expected ? Math.round(expects(new Date(day).getUTCDay())) : (sent[day] ?? 0)
    if (messages > 0) days.push({ day, messages, expected })
  }
  return days
}

/** How many messages a campaign is to be expected to send on a weekday (0 is Sunday). */
async function expectation(
  db: Db,
  { id, status, live_since, plan, sent }: Omit<Row, "name">,
  now: Date,
  zone: string
): Promise<(weekday: number) => number> {
  if (status !== "live") return () => 0
  if (!live_since || live_since > subDays(now, ENOUGH_DAYS)) {
    const perDay = await tried(db, id, plan, { now, zone })
    return () => perDay
  }
  const since = new Date(Math.max(live_since.getTime(), subDays(now, LOOKED_BACK).getTime()))
  const counted = Array.from({ length: 7 }, () => ({ days: 0, messages: 0 }))
  for (const day of daysBetween(dayOf(since, zone), dayOf(subDays(now, 1), zone))) {
    const weekday = counted[new Date(day).getUTCDay()]
    weekday.days += 1
    weekday.messages += sent[day] ?? 0
  }
  return (weekday) => counted[weekday].messages / Math.max(1, counted[weekday].days)
}

/** Messages a day if the campaign had been live for the last 30 days; 0 where the past is not known. */
async function tried(
  db: Db,
  id: string,
  plan: CampaignPlan,
  clock: { now: Date; zone: string }
): Promise<number> {
  const { times } = await previewTrigger(db, plan, clock)
  if (!times) return 0
  const { people, messages } = await simulate(db, id, plan, undefined, clock)
  return people ? ((times / PREVIEW_DAYS) * messages) / people : 0
}

/** Days from one to another, both included. */
function daysBetween(first: string, last: string): string[] {
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS)
  return Array.from({ length: Math.max(0, days + 1) }, (_, i) =>
    new Date(Date.parse(first) + i * DAY_MS).toISOString().slice(0, 10)
  )
}

const dayOf = (at: Date, zone: string) => wallTime(at, zone).slice(0, 10)
