import { z } from "@medusajs/framework/zod"
import { INTEREST_KINDS, INTEREST_SIGNALS } from "../../../../types/interest"

export const GetInterests = z.strictObject({
  kind: z.enum(INTEREST_KINDS).default("category"),
  limit: z.coerce.number().int().min(1).max(200).default(60),
})
export type GetInterests = z.infer<typeof GetInterests>

const weight = z.number().min(-100).max(100)

export const SetInterests = z.strictObject({
  weights: z.strictObject(
    Object.fromEntries(INTEREST_SIGNALS.map((signal) => [signal, weight])) as Record<
      (typeof INTEREST_SIGNALS)[number],
      typeof weight
    >
  ),
  half_life_days: z.number().int().min(1).max(365),
  price_limits: z
    .array(z.number().int().min(1))
    .length(4)
    .refine(
      (limits) => limits.every((limit, i) => i === 0 || limit > limits[i - 1]),
      "each limit must be above the one before"
    ),
})
export type SetInterests = z.infer<typeof SetInterests>
