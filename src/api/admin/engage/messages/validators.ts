import { z } from "@medusajs/framework/zod"
import { MAX_PAGE } from "../../../../lib/cursor"

export const ListMessages = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(25),
  cursor: z.string().optional(),
})
export type ListMessages = z.infer<typeof ListMessages>
