import { z } from "@medusajs/framework/zod"

export const ReadDeliverability = z.strictObject({
  days: z.coerce.number().int().min(1).max(365).default(30),
})
export type ReadDeliverability = z.infer<typeof ReadDeliverability>
