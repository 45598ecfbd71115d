import { z } from "@medusajs/framework/zod"
import { paging } from "../../../paging"

const flag = z
  .enum(["true", "false"])
  .optional()
  .transform((text) => text === "true")

export const ListFiles = z.strictObject({
  ...paging,
  unused: flag,
  lost: flag,
})
export type ListFiles = z.infer<typeof ListFiles>

export const CleanUpFiles = z.strictObject({
  ids: z.array(z.string().max(100)).min(1, "must name a file").max(500),
})
export type CleanUpFiles = z.infer<typeof CleanUpFiles>
