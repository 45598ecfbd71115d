import { type ClosedDays, NEVER_CLOSED } from "../../../lib/zoned-time"
import type { TimedSchedule } from "../../../types/broadcast-plan"

const DAY_MS = 86_400_000
/** So many holidays on end are believed. */
const MOST_CLOSED = 366

/**
 * The schedule of the run after one: the same time of the day, whatever the clocks do in between. A month that is too short
 * has it on its last day, and the one after it on the day that is meant.
 * @param holidays - days that a daily one passes over: what is put off for a week's or month's run, the next day sends anyway
 * @returns `null` when it does not repeat, or its last day is over
 */
export function nextSchedule<S extends TimedSchedule>(
  schedule: S,
  holidays: ClosedDays = NEVER_CLOSED
): S | null {
  const { at, repeat } = schedule
  if (!repeat) return null
  const day = meantDay(at, repeat.day)
  let date = nextDate(at.slice(0, 10), repeat.every, day)
  for (let i = 0; repeat.every === "day" && holidays(date) && i < MOST_CLOSED; i++)
    date = nextDate(date, "day", day)
  if (repeat.until && date > repeat.until) return null
  return { ...schedule, at: `${date}${at.slice(10)}`, repeat: { ...repeat, day } }
}

function nextDate(date: string, every: "day" | "week" | "month", day: number): string {
  const [year, month] = date.split("-").map(Number)
  if (every === "month") {
    return isoDate(Date.UTC(year, month, Math.min(day, daysIn(year, month + 1))))
  }
  return isoDate(Date.parse(date) + DAY_MS * (every === "week" ? 7 : 1))
}

/** The day of the month a run stands for: its own, unless the month has no such day. */
function meantDay(at: string, meant = 0): number {
  const [year, month, day] = at.slice(0, 10).split("-").map(Number)
  return day === daysIn(year, month) ? Math.max(day, meant) : day
}

/** Days of a month; January is 1. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const isoDate = (time: number) => new Date(time).toISOString().slice(0, 10)
