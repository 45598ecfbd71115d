import { z } from "@medusajs/framework/zod"
import { MAX_TAG } from "../../../../types/tag"
import { MAX_PAGE } from "../../../../lib/cursor"
import { paging, search } from "../../../paging"

const names = z
  .array(
    z
      .string()
      .trim()
      .min(1, "must not be empty")
      .max(MAX_TAG, `is at most ${MAX_TAG} characters long`)
      .regex(/^[^,;|]*$/, "must be without comma, semicolon and |, which part tags in files")
  )
  .max(20, "at most 20 tags at once")
  .default([])

export const ListTags = z.strictObject({ ...paging, q: search })
export type ListTags = z.infer<typeof ListTags>

const tags = { add: names, remove: names }
const NONE_NAMED = "add or remove: name a tag"

export const TagThings = z
  .strictObject({ ...tags, ids: z.array(z.string().min(1).max(100)).min(1).max(MAX_PAGE) })
  .refine(({ add, remove }) => add.length + remove.length > 0, NONE_NAMED)
export type TagThings = z.infer<typeof TagThings>

export const ChangeTags = z
  .union([
    z.strictObject({
      ...tags,
      /** E-mail addresses, phone numbers, ids or #order numbers, one a line. */
      list: z.string().max(20_000_000, "holds at most 20 MB of text"),
    }),
    z.strictObject({ ...tags, segment_id: z.string().min(1).max(100) }),
  ])
  .refine(({ add, remove }) => add.length + remove.length > 0, NONE_NAMED)
export type ChangeTags = z.infer<typeof ChangeTags>
