import PublicHolidays from "date-holidays"
import type { HolidayPlace, HolidayRegions } from "../../../types/calendar"

const HALF_DAY_MS = 43_200_000
const DAY_MS = 2 * HALF_DAY_MS
const LANGUAGE = "en"

type Named = { code: string; name: string }
/** Names of the public holidays of a year by day (`YYYY-MM-DD`). */
type Year = ReadonlyMap<string, string>

const known = new Map<string, Year>()
const MOST_KNOWN = 500

/** All countries whose public holidays are known, by name. */
export function countries(): Named[] {
  return named(new PublicHolidays().getCountries(LANGUAGE))
}

/** The parts of a country that have holidays of their own, by name. */
export function regionsOf(country: string): HolidayRegions["regions"] {
  return named(new PublicHolidays().getStates(country, LANGUAGE))
}

/** The public holidays of a place in one year; of half a day only those that take in noon. */
export function publicDays({ country, region }: HolidayPlace, year: number): Year {
  const key = `${country}-${region} ${year}`
  const found = known.get(key) ?? computed({ country, region }, year)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, found)
  return found
}

/** Days are looked at in UTC, which stands for the place's own clock here. */
function computed({ country, region }: HolidayPlace, year: number): Year {
  const options = { types: ["public" as const], timezone: "UTC" }
  const place = region
    ? new PublicHolidays(country, region, options)
    : new PublicHolidays(country, options)
  const days = new Map<string, string>()
  for (const { name, start, end } of place.getHolidays(year, LANGUAGE)) {
    const first = Math.floor(start.getTime() / DAY_MS) * DAY_MS
    for (let day = first; day < end.getTime(); day += DAY_MS) {
      const noon = day + HALF_DAY_MS
      if (noon >= start.getTime() && noon < end.getTime())
        days.set(new Date(day).toISOString().slice(0, 10), name)
    }
  }
  return days
}

function named(names: Record<string, string> | undefined): Named[] {
  return Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, LANGUAGE))
}
