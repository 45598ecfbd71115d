import { z } from "@medusajs/framework/zod"
import { SENDING_CHANNELS } from "../../../../types/common"
import { LIMIT_WINDOWS } from "../../../../types/sending"

export const ReadSending = z.strictObject({ channel: z.enum(SENDING_CHANNELS).default("email") })
export type ReadSending = z.infer<typeof ReadSending>

const account = z.string().min(1).max(100)
const DESTINATION = /^(\+\d{1,14}|[a-z0-9-]+(\.[a-z0-9-]+)+)?$/

export const SaveLimits = z.strictObject({
  account,
  limits: z
    .array(
      z.strictObject({
        destination: z
          .string()
          .trim()
          .toLowerCase()
          .regex(
            DESTINATION,
            "must be a domain such as gmail.com, or the beginning of a number such as +49"
          ),
        seconds: z.literal([...LIMIT_WINDOWS]),
        max: z.number().int().min(1).max(100_000_000),
      })
    )
    .max(50),
})
export type SaveLimits = z.infer<typeof SaveLimits>

export const SavePrices = z.strictObject({
  account,
  prices: z
    .array(
      z.strictObject({
        destination: z
          .string()
          .trim()
          .regex(/^(\+\d{1,14})?$/, "must be the beginning of a number such as +49, or empty"),
        price: z.number().int().min(0).max(100_000_000),
      })
    )
    .max(300),
})
export type SavePrices = z.infer<typeof SavePrices>

export const SaveWarmUp = z.strictObject({
  account,
  plan: z
    .strictObject({
      first_day: z.number().int().min(1).max(10_000_000),
      growth_percent: z.number().int().min(1).max(1_000),
      full_day: z.number().int().min(2).max(100_000_000),
    })
    .refine(({ first_day, full_day }) => full_day > first_day, {
      path: ["full_day"],
      message: "must be more than the first day has",
    })
    .nullable(),
})
export type SaveWarmUp = z.infer<typeof SaveWarmUp>
