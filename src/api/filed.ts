import { z } from "@medusajs/framework/zod"
import { MAX_TAG } from "../types/tag"

/** Name of a folder; the empty one is none. */
export const folder = z.string().trim().max(100)

/** Filters that every list of things in folders takes. */
export const filed = {
  folder: folder.min(1).optional(),
  tag: z.string().trim().min(1).max(MAX_TAG).optional(),
  archived: z
    .enum(["true", "false"])
    .optional()
    .transform((text) => text === "true"),
}
