import { addDays } from "date-fns"
import type { Db } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { Holidays } from "../../../types/calendar"
import { holidaysBetween } from "./holidays"
import { countries } from "./public-days"
import { readHolidays } from "./store"

/** How far ahead it is looked for the next days off, and how many are told. */
const DAYS_AHEAD = 365
const MOST = 12

/** What the shop has set, the next days off from today on, and the countries to choose from. */
export async function shopHolidays(
  db: Db,
  { now, zone }: { now: Date; zone: string }
): Promise<Holidays> {
  const settings = await readHolidays(db)
  const dayOf = (at: Date) => wallTime(at, zone).slice(0, 10)
  const coming = holidaysBetween(settings, dayOf(now), dayOf(addDays(now, DAYS_AHEAD)))
  return { settings, coming: coming.slice(0, MOST), countries: countries() }
}
