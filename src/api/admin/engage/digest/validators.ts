import { z } from "@medusajs/framework/zod"

export const SaveDigest = z.strictObject({
  /** 0 is Sunday. */
  day: z.number().int().min(0).max(6),
  feed: z.boolean(),
  emails: z.array(z.email().max(320)).max(10),
})
export type SaveDigest = z.infer<typeof SaveDigest>
