import { z } from "@medusajs/framework/zod"
import { isoDay } from "../../../paging"

const MOST_PLACES = 50
const MOST_OWN = 200

const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "must be a country code of two letters such as DE")

export const SaveHolidays = z.strictObject({
  places: z
    .array(z.strictObject({ country, region: z.string().trim().max(20).nullable() }))
    .max(MOST_PLACES),
  own: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, "must not be empty").max(100),
        from: isoDay,
        to: isoDay,
        yearly: z.boolean(),
      })
    )
    .max(MOST_OWN),
})
export type SaveHolidays = z.infer<typeof SaveHolidays>

export const ListRegions = z.strictObject({ country })
export type ListRegions = z.infer<typeof ListRegions>
