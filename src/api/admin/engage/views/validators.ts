import { z } from "@medusajs/framework/zod"
import { VIEWED_LISTS } from "../../../../types/list-view"

const list = z.enum(VIEWED_LISTS)

export const ListViews = z.strictObject({ list })
export type ListViews = z.infer<typeof ListViews>

export const SaveView = z.strictObject({
  list,
  name: z.string().trim().min(1, "must not be empty").max(60),
  /** As after the ? of the page's address. */
  query: z.string().max(2_000),
  hidden: z.array(z.string().min(1).max(60)).max(50).default([]),
  shared: z.boolean().default(false),
})
export type SaveView = z.infer<typeof SaveView>

export const ShareView = z.strictObject({ shared: z.boolean() })
export type ShareView = z.infer<typeof ShareView>
