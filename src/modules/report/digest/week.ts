import { wallTime, zonedInstant } from "../../../lib/zoned-time"

const DAY_MS = 86_400_000

/** A week of calendar days and the start of the one before. */
export type Week = { before: Date; from: Date; until: Date }

/** The last full week that ended as `day` (0 is Sunday) began, by the shop's calendar. */
export function lastWeek(now: Date, day: number, zone: string): Week {
  const today = new Date(`${wallTime(now, zone).slice(0, 10)}T00:00Z`)
  const since = (today.getUTCDay() - day + 7) % 7
  const midnight = (daysAgo: number) => {
    const date = new Date(today.getTime() - daysAgo * DAY_MS)
    return zonedInstant(`${date.toISOString().slice(0, 10)}T00:00`, zone)
  }
  return { before: midnight(since + 14), from: midnight(since + 7), until: midnight(since) }
}
