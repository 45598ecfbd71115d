import { wallTime, zonedInstant } from "../../../lib/zoned-time"
import type { EntryTiming } from "../../../types/campaign"
import type { CampaignTrigger, TriggerOf } from "../../../types/campaign-trigger"
import { MINUTE_MS } from "./source"
import { lookEvery } from "./look-every"

const DAY_MS = 86_400_000
/** Every day of the year comes back within so many days, 29 February as the last of its month. */
const MOST_DAYS = 367

/**
 * When people can come into a live campaign next: at once when something happens, when it is looked for them, or when a date
 * comes in the shop's time zone (those who live elsewhere may come earlier or later).
 * @param scanned - when it was looked for them last
 */
export function nextEntry(
  { trigger, look_every }: { trigger: CampaignTrigger; look_every?: number },
  scanned: Date,
  { now, zone }: { now: Date; zone: string }
): EntryTiming {
  if (trigger.type === "repeat" || trigger.type === "date")
    return { how: "date", next_at: nextDate(trigger, now, zone)?.toISOString() ?? null }
  const every = lookEvery({ trigger, look_every })
  if (every === undefined) return { how: "at_once" }
  const at = new Date(Math.max(now.getTime(), scanned.getTime() + every))
  return { how: "looked_for", every_minutes: every / MINUTE_MS, next_at: at.toISOString() }
}

/** When a date comes next, in the shop's zone; `undefined` when it has passed or is not set. */
export function nextDate(
  trigger: TriggerOf<"repeat"> | TriggerOf<"date">,
  now: Date,
  zone: string
): Date | undefined {
  if (trigger.type === "date") {
    const at = trigger.at ? zonedInstant(trigger.at, zone) : undefined
    return at && at > now ? at : undefined
  }
  const today = Date.parse(`${wallTime(now, zone).slice(0, 10)}T00:00Z`)
  for (let ahead = 0; ahead < MOST_DAYS; ahead++) {
    const day = new Date(today + ahead * DAY_MS)
    if (!fallsOn(trigger, day)) continue
    const at = zonedInstant(`${day.toISOString().slice(0, 10)}T${trigger.time}`, zone)
    if (at > now) return at
  }
}

function fallsOn({ every, weekday, day, month }: TriggerOf<"repeat">, date: Date): boolean {
  if (every === "day") return true
  if (every === "week") return (date.getUTCDay() || 7) === weekday
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  const isDay = date.getUTCDate() === Math.min(day, last)
  return isDay && (every === "month" || date.getUTCMonth() + 1 === month)
}
