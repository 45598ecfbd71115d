import { z } from "@medusajs/framework/zod"
import { SENDING_CHANNELS } from "../../../types/common"

/** Most channels after the first. */
const MOST = 4
const WEEK_MINUTES = 7 * 24 * 60

/** Channels after the first, as the API takes them. */
export const cascadeSchema = z
  .array(
    z.strictObject({
      channel: z.enum(SENDING_CHANNELS),
      template_id: z.string().max(100).nullable(),
      after_minutes: z.number().int().min(1).max(WEEK_MINUTES),
    })
  )
  .max(MOST)
