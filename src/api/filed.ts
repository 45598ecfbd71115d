import { z } from "@medusajs/framework/zod"

/** Name of a folder; the empty one is none. */
export const folder = z.string().trim().max(100)

/** Filters that every list of things in folders takes. */
export const filed = {
  folder: folder.min(1).optional(),
  archived: z
    .enum(["true", "false"])
    .optional()
    .transform((text) => text === "true"),
}
