/** Zones change their offset on a quarter of an hour and at no other time. */
const QUARTER_MS = 900_000
const MAX_KEPT = 50_000

/**
 * Turns an instant into a date whose UTC fields show the zone's wall clock. The zone's offset is asked once for each
 * quarter of an hour and kept: asking costs as much as rendering a message.
 */
export function zonedClock(timeZone: string): (at: Date) => Date {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  })
  const offsets = new Map<number, number>()
  return (at) => {
    const quarter = Math.floor(at.getTime() / QUARTER_MS)
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      offset = offsetAt(format, new Date(quarter * QUARTER_MS))
      if (offsets.size >= MAX_KEPT) offsets.clear()
      offsets.set(quarter, offset)
    }
    return new Date(at.getTime() + offset)
  }
}

function offsetAt(format: Intl.DateTimeFormat, at: Date): number {
  const parts = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]))
  const { month, day, hour, minute } = parts
  const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year)
  const wall = new Date(0)
  wall.setUTCFullYear(year, Number(month) - 1, Number(day))
  wall.setUTCHours(Number(hour), Number(minute))
  return wall.getTime() - at.getTime()
}
