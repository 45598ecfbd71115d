import { z } from "@medusajs/framework/zod"
import { SENDING_CHANNELS } from "../../../../types/common"

export const ReadDeliverability = z.strictObject({
  channel: z.enum(SENDING_CHANNELS).default("email"),
  days: z.coerce.number().int().min(1).max(365).default(30),
})
export type ReadDeliverability = z.infer<typeof ReadDeliverability>
