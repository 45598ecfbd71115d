import {
  type ClosedDays,
  NEVER_CLOSED,
  nextOpenDay,
  wallTime,
  zonedInstant,
} from "../../../lib/zoned-time"
import type { CampaignStep, WaitUnit } from "../../../types/campaign-plan"

const DAY_MS = 86_400_000
/** Weekdays and holidays together never leave out more days than this; else the holidays are a mistake. */
const MOST_AHEAD = 400
const UNIT_MS: Record<WaitUnit, number> = { minutes: 60_000, hours: 3_600_000, days: DAY_MS }

/**
 * When a step is due for somebody who comes to it at `now`: at once, or when its wait is over.
 * @param zone - IANA zone in which the person lives
 * @param holidays - the shop's, for waits that do not end on them
 */
export function dueAt(
  step: CampaignStep,
  now: Date,
  zone: string,
  holidays: ClosedDays = NEVER_CLOSED
): Date {
  if (step.type === "wait")
    return nextOpenDay(
      waited(step.for, now, zone),
      zone,
      step.skip_holidays ? holidays : NEVER_CLOSED
    )
  if (step.type === "wait_until")
    return nextTime(step, now, zone, step.skip_holidays ? holidays : NEVER_CLOSED)
  if (step.type === "wait_event") return waited(step.timeout, now, zone)
  return now
}

/** Whether a step is due later than when somebody comes to it. */
export function isWait({ type }: CampaignStep): boolean {
  return type === "wait" || type === "wait_until" || type === "wait_event"
}

/**
 * The end of a time that begins at `now`. Days are calendar days: the clock shows the same time after them, whatever it was
 * set to in between.
 */
export function waited(
  { amount, unit }: { amount: number; unit: WaitUnit },
  now: Date,
  zone: string
): Date {
  if (unit !== "days") return new Date(now.getTime() + amount * UNIT_MS[unit])
  const wall = wallTime(now, zone)
  const day = new Date(Date.parse(`${wall.slice(0, 10)}T00:00Z`) + amount * DAY_MS)
  return zonedInstant(`${day.toISOString().slice(0, 10)}T${wall.slice(11)}`, zone)
}

function nextTime(
  { time, weekdays }: { time: string; weekdays: number[] },
  now: Date,
  zone: string,
  closed: ClosedDays
): Date {
  const today = Date.parse(`${wallTime(now, zone).slice(0, 10)}T00:00Z`)
  let first: Date | undefined
  for (let ahead = 0; ahead <= MOST_AHEAD; ahead++) {
    const date = new Date(today + ahead * DAY_MS)
    if (weekdays.length && !weekdays.includes(date.getUTCDay() || 7)) continue
    const day = date.toISOString().slice(0, 10)
    const at = zonedInstant(`${day}T${time}`, zone)
    if (at < now) continue
    if (!closed(day)) return at
    first ??= at
  }
  return first!
}
