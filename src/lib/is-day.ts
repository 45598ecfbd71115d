import { z } from "@medusajs/framework/zod"

const DAY = z.iso.date()

/**
 * Whether a text is a day of the calendar, `YYYY-MM-DD`, that Postgres has too: `Date.parse` takes the 30th of February, and
 * ISO 8601 has a year 0.
 */
export function isDay(text: string): boolean {
  return DAY.safeParse(text).success && !text.startsWith("0000")
}
