import { z } from "@medusajs/framework/zod"
import { isDay } from "../../lib/is-day"
import { ORDER_STATUSES } from "../../types/attribution"

const MOST = 100

const day = z.string().refine(isDay, "must be a day that there is, such as 2026-12-01")
const ids = z.array(z.string().min(1).max(200)).min(1).max(MOST)

/** Days after sending in which a purchase may be credited; null: as the shop has it. */
export const attributionDays = z.number().int().min(0).max(90).nullable()

/** When and which orders are credited beside the days. */
export const attributionTerms = z.strictObject({
  range: z
    .strictObject({ from: day, to: day })
    .refine(({ from, to }) => from <= to, {
      path: ["to"],
      message: "range.to: must not be before range.from",
    })
    .optional(),
  orders: z
    .strictObject({
      min_total: z.number().int().min(1).max(1_000_000_000_000),
      products: ids,
      categories: ids,
      promotions: ids,
      sales_channels: ids,
      statuses: z.array(z.enum(ORDER_STATUSES)).min(1).max(ORDER_STATUSES.length),
      first: z.literal(true),
    })
    .partial()
    .optional(),
})
