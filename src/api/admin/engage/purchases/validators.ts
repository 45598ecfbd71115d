import { z } from "@medusajs/framework/zod"
import { instant } from "../../../paging"

const fields = z.record(z.string().max(40), z.unknown()).default({})
const minor = z.number().int().min(0).max(1e12)
const quantity = z.number().int().min(0).max(1_000_000)

const Line = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    product_id: z.string().max(100).nullish(),
    variant_id: z.string().max(100).nullish(),
    quantity: quantity.min(1),
    returned: quantity.default(0),
    net: minor,
    fields,
  })
  .refine((line) => line.returned <= line.quantity, { message: "returned: more than was bought" })

/** One purchase of a batch; a wrong one is refused alone. */
export const PurchaseInput = z
  .strictObject({
    external_id: z.string().min(1).max(100),
    profile_id: z.string().max(100).optional(),
    customer_id: z.string().max(100).optional(),
    email: z.string().max(320).optional(),
    phone: z.string().max(40).optional(),
    placed_at: instant,
    currency: z.string().regex(/^[a-z]{3}$/, "must be a lower-case ISO 4217 code such as eur"),
    canceled: z.boolean().default(false),
    discount: minor.default(0),
    refunded: minor.default(0),
    source_code: z.string().max(100).nullish(),
    country: z
      .string()
      .regex(/^[a-z]{2}$/, "must be a lower-case ISO 3166-1 code such as de")
      .nullish(),
    fields,
    lines: z.array(Line).min(1).max(500),
  })
  .refine((p) => p.profile_id || p.customer_id || p.email || p.phone, {
    message: "say whose it is by profile_id, customer_id, email or phone",
  })
  .refine((p) => new Date(p.placed_at).getTime() <= Date.now() + 86_400_000, {
    message: "placed_at: lies in the future",
  })

export const RecordPurchases = z.strictObject({
  purchases: z.array(z.unknown()).min(1).max(1_000),
})
export type RecordPurchases = z.infer<typeof RecordPurchases>
