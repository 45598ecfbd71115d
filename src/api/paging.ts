import { z } from "@medusajs/framework/zod"
import { MAX_PAGE } from "../lib/cursor"

/** Query parameters that every list takes. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(25),
  cursor: z.string().max(500).optional(),
}

/** Text searched for. */
export const search = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((text) => text || undefined)

/** The ISO calendar has a year 0, Postgres has none. */
const hasYear = (text: string) => !text.startsWith("0000")
const NO_YEAR = "must be a day of the year 0001 or later"

/** A moment with its offset. */
export const instant = z.iso.datetime({ offset: true }).refine(hasYear, NO_YEAR)

/** A day, `YYYY-MM-DD`. */
export const isoDay = z.iso.date().refine(hasYear, NO_YEAR)
