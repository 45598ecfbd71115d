import { z } from "@medusajs/framework/zod"
import { DISCOUNTS, MAX_STAFF_EMAILS } from "../../../types/campaign-errand"
import { to } from "../flow/step-id"
import { PLACES } from "./code"

const one = z.strictObject({ next: to })

/** What a call of another system is told. */
export const webhookShape = {
  url: z.string().trim().max(2_000),
  answers: z
    .array(z.strictObject({ path: z.string().trim().max(200), field: z.string().trim().max(100) }))
    .max(10),
}

/** The steps that have something done elsewhere, as the API takes them. */
export const errandSchemas = [
  z.strictObject({
    type: z.literal("promo"),
    discount: z.enum(DISCOUNTS),
    value: z.number().int().min(0).max(1_000_000_000),
    currency: z.string().regex(/^[a-z]{3}$/, "must be a lower-case ISO 4217 code such as eur"),
    pattern: z
      .string()
      .trim()
      .max(40)
      .regex(/^[A-Za-z0-9_#-]*$/, "a code holds letters, digits, - and _, and # for what is drawn")
      .refine((text) => text.split("#").length - 1 <= PLACES, `at most ${PLACES} # signs`),
    days: z.number().int().min(1).max(3_650).nullable(),
    max_uses: z.number().int().min(1).max(100_000_000).nullable(),
    revoke_on_exit: z.boolean(),
    revoke_on_refund: z.boolean(),
    next: z.strictObject({ given: to, not_given: to }),
  }),
  z.strictObject({
    type: z.literal("group"),
    group_id: z.string().max(100).nullable(),
    action: z.enum(["add", "remove"]),
    next: one,
  }),
  z.strictObject({
    type: z.literal("webhook"),
    ...webhookShape,
    next: z.strictObject({ done: to, failed: to }),
  }),
  z.strictObject({
    type: z.literal("notify"),
    title: z.string().trim().max(200),
    text: z.string().trim().max(1_000),
    emails: z.array(z.email().max(254)).max(MAX_STAFF_EMAILS).optional(),
    next: one,
  }),
] as const
