import type { Context } from "liquidjs"

const DEFAULT_FORMAT = "%d %B %Y"
const DAY_ONLY = /^\d{4}-\d\d-\d\d$/

type Parts = Record<string, string>
type FilterThis = { context?: Context }

/**
 * Liquid filter `date` with the usual `%` letters, in the shop's time zone; a plain day such as a birthday is shown as
 * that day everywhere. `"now"` is the time of sending. The formatter is made once: building one costs more than a render.
 */
export function dateFilter(timeZone: string) {
  const inZone = partsFormat(timeZone)
  const inUtc = partsFormat("UTC")
  return function date(this: FilterThis | void, value: unknown, format?: unknown): string {
    if (value === null || value === undefined || value === "") return ""
    const at = value === "now" ? sendTime(this) : new Date(value as string | number | Date)
    if (Number.isNaN(at.getTime())) return String(value)
    const formatter = typeof value === "string" && DAY_ONLY.test(value) ? inUtc : inZone
    const parts = Object.fromEntries(formatter.formatToParts(at).map((p) => [p.type, p.value]))
    return strftime(parts, typeof format === "string" && format ? format : DEFAULT_FORMAT)
  }
}

function sendTime(filter: FilterThis | void): Date {
  const scope = filter?.context?.environments as { message?: { date?: string } } | undefined
  return scope?.message?.date ? new Date(scope.message.date) : new Date()
}

function partsFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "long",
    day: "2-digit",
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  })
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

const LETTERS: Record<string, (p: Parts) => string> = {
  Y: (p) => p.year,
  y: (p) => p.year.slice(-2),
  m: (p) => String(MONTHS.indexOf(p.month) + 1).padStart(2, "0"),
  B: (p) => p.month,
  b: (p) => p.month.slice(0, 3),
  d: (p) => p.day,
  e: (p) => p.day.replace(/^0/, " "),
  A: (p) => p.weekday,
  a: (p) => p.weekday.slice(0, 3),
  H: (p) => p.hour,
  I: (p) => String(Number(p.hour) % 12 || 12).padStart(2, "0"),
  M: (p) => p.minute,
  S: (p) => p.second,
  p: (p) => (Number(p.hour) < 12 ? "AM" : "PM"),
  F: (p) => `${p.year}-${LETTERS.m(p)}-${p.day}`,
  "%": () => "%",
}

function strftime(parts: Parts, format: string): string {
  return format.replace(/%(-?)([A-Za-z%])/g, (all, dash: string, letter: string) => {
    const text = LETTERS[letter]?.(parts)
    if (text === undefined) return all
    return dash ? text.replace(/^[0 ]+(?=.)/, "") : text
  })
}
