import { z } from "@medusajs/framework/zod"
import { MAX_PAGE } from "../lib/cursor"

/** Query parameters that every list takes. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(25),
  cursor: z.string().max(500).optional(),
}

/** Text searched for. */
export const search = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((text) => text || undefined)
