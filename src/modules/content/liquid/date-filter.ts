import type { Context } from "liquidjs"
import { zonedClock } from "./zoned-clock"

const DEFAULT_FORMAT = "%d %B %Y"
const DAY_ONLY = /^\d{4}-\d\d-\d\d$/
const MONTHS =
  "January February March April May June July August September October November December".split(" ")
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ")

type FilterThis = { context?: Context }

/**
 * Liquid filter `date` with the usual `%` letters, in the shop's time zone; a plain day such as a birthday is shown as
 * that day everywhere. `"now"` is the time of sending.
 */
export function dateFilter(timeZone: string) {
  const inZone = zonedClock(timeZone)
  return function date(this: FilterThis | void, value: unknown, format?: unknown): string {
    if (value === null || value === undefined || value === "") return ""
    const at = value === "now" ? sendTime(this) : new Date(value as string | number | Date)
    if (Number.isNaN(at.getTime())) return String(value)
    const clock = typeof value === "string" && DAY_ONLY.test(value) ? at : inZone(at)
    return strftime(clock, typeof format === "string" && format ? format : DEFAULT_FORMAT)
  }
}

function sendTime(filter: FilterThis | void): Date {
  const scope = filter?.context?.environments as { message?: { date?: string } } | undefined
  return scope?.message?.date ? new Date(scope.message.date) : new Date()
}

/** Each letter's text; the clock's UTC fields show the wanted zone's time. */
const LETTERS: Record<string, (clock: Date) => string> = {
  Y: (d) => String(d.getUTCFullYear()),
  y: (d) => two(d.getUTCFullYear() % 100),
  m: (d) => two(d.getUTCMonth() + 1),
  B: (d) => MONTHS[d.getUTCMonth()],
  b: (d) => MONTHS[d.getUTCMonth()].slice(0, 3),
  d: (d) => two(d.getUTCDate()),
  e: (d) => String(d.getUTCDate()).padStart(2),
  A: (d) => DAYS[d.getUTCDay()],
  a: (d) => DAYS[d.getUTCDay()].slice(0, 3),
  H: (d) => two(d.getUTCHours()),
  I: (d) => two(d.getUTCHours() % 12 || 12),
  M: (d) => two(d.getUTCMinutes()),
  S: (d) => two(d.getUTCSeconds()),
  p: (d) => (d.getUTCHours() < 12 ? "AM" : "PM"),
  F: (d) => d.toISOString().slice(0, 10),
  "%": () => "%",
}

function strftime(clock: Date, format: string): string {
  return format.replace(/%(-?)([A-Za-z%])/g, (all, dash: string, letter: string) => {
    const text = LETTERS[letter]?.(clock)
    if (text === undefined) return all
    return dash ? text.replace(/^[0 ]+(?=.)/, "") : text
  })
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
