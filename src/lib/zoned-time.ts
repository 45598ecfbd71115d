import { tzOffset } from "@date-fns/tz"

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const DAY_MINUTES = 1_440
/** So many closed days on end are believed: more is a mistake, and would hold people for ever. */
const MOST_CLOSED = 366

/** Hours of a local day in minutes since midnight, `to` not included; `from` after `to` runs over midnight. */
export type DayWindow = { from: number; to: number }

/**
 * The instant at which clocks in an IANA zone show a wall time (`YYYY-MM-DDTHH:mm`). A time that a change of the clocks
 * leaves out is as much later as they jump; of one that comes twice it is the first.
 */
export function zonedInstant(wall: string, zone: string): Date {
  const asUtc = Date.parse(`${wall}:00Z`)
  const offsets = [-DAY_MS, DAY_MS].map((shift) => tzOffset(zone, new Date(asUtc + shift)))
  const instants = offsets.map((offset) => new Date(asUtc - offset * MINUTE_MS))
  const shown = instants.filter((instant, i) => tzOffset(zone, instant) === offsets[i])
  return shown.sort((a, b) => a.getTime() - b.getTime())[0] ?? instants[0]
}

/** What clocks in an IANA zone show at an instant, as `YYYY-MM-DDTHH:mm`. */
export function wallTime(instant: Date, zone: string): string {
  const shifted = new Date(instant.getTime() + tzOffset(zone, instant) * MINUTE_MS)
  return shifted.toISOString().slice(0, 16)
}

/** Whether nothing is to be done on a day (`YYYY-MM-DD`). */
export type ClosedDays = (day: string) => boolean

/** Every day is open. */
export const NEVER_CLOSED: ClosedDays = () => false

/**
 * The first instant from `at` on whose local day is open, at the same time of day: `at` itself when its day is. So too when
 * the whole year after it is closed.
 */
export function nextOpenDay(at: Date, zone: string, closed: ClosedDays): Date {
  const wall = wallTime(at, zone)
  const today = Date.parse(`${wall.slice(0, 10)}T00:00Z`)
  for (let ahead = 0; ahead <= MOST_CLOSED; ahead++) {
    const day = new Date(today + ahead * DAY_MS).toISOString().slice(0, 10)
    if (!closed(day)) return ahead ? zonedInstant(`${day}T${wall.slice(11)}`, zone) : at
  }
  return at
}

/** Minutes since midnight as `HH:mm` says them, and back. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number)
  return hours * 60 + minutes
}

/** {@link minutesOf} the other way round. */
export function timeOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`
}

/** The first instant from `at` on whose local time lies in the window: `at` itself when it does. */
export function nextOpen(at: Date, zone: string, { from, to }: DayWindow): Date {
  const wall = wallTime(at, zone)
  const minute = minutesOf(wall.slice(11))
  const open =
    from === to || (from < to ? minute >= from && minute < to : minute >= from || minute < to)
  if (open) return at
  const date = Date.parse(`${wall.slice(0, 10)}T00:00Z`)
  const day = new Date(minute < from ? date : date + DAY_MS).toISOString().slice(0, 10)
  const opens = zonedInstant(`${day}T${timeOf(from % DAY_MINUTES)}`, zone)
  return opens > at ? opens : at
}
