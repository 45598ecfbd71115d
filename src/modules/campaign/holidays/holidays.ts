import type { Holiday, HolidayPlace, HolidaySettings, OwnDays } from "../../../types/calendar"
import { publicDays } from "./public-days"

const DAY_MS = 86_400_000

/** Whether a day (`YYYY-MM-DD`) is one of the shop's holidays. */
export function isHoliday({ places, own }: HolidaySettings, day: string): boolean {
  return (
    own.some((days) => covers(days, day)) ||
    places.some((place) => publicDays(place, yearOf(day)).has(day))
  )
}

/** The holidays from one day to another, both included: days of the shop's own first, and a name once a day. */
export function holidaysBetween(settings: HolidaySettings, from: string, to: string): Holiday[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  return Array.from({ length: Math.max(0, days + 1) }, (_, i) =>
    holidaysOn(settings, new Date(Date.parse(from) + i * DAY_MS).toISOString().slice(0, 10))
  ).flat()
}

function holidaysOn({ places, own }: HolidaySettings, day: string): Holiday[] {
  const names = new Map<string, string[]>()
  for (const days of own) if (covers(days, day)) names.set(days.name, [])
  for (const place of places) {
    const name = publicDays(place, yearOf(day)).get(day)
    if (name) names.set(name, [...(names.get(name) ?? []), codeOf(place)])
  }
  return [...names].map(([name, codes]) => ({ day, name, places: codes }))
}

/** A place in short: `DE`, or `DE-BY` for a part of it. */
function codeOf({ country, region }: HolidayPlace): string {
  return region ? `${country}-${region}` : country
}

/** Yearly days that end before they begin run over the turn of the year. */
function covers({ from, to, yearly }: OwnDays, day: string): boolean {
  if (!yearly) return day >= from && day <= to
  const [first, last, date] = [from, to, day].map((one) => one.slice(5))
  return first <= last ? date >= first && date <= last : date >= first || date <= last
}

const yearOf = (day: string) => Number(day.slice(0, 4))
