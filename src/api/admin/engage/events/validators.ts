import { z } from "@medusajs/framework/zod"
import { MAX_EVENTS } from "../../../../modules/profile/events/record"
import { paging, search } from "../../../paging"

export const RecordEvents = z.strictObject({
  /** Each is checked by itself, so that one bad event does not cost the others. */
  events: z.array(z.unknown()).min(1).max(MAX_EVENTS),
})
export type RecordEvents = z.infer<typeof RecordEvents>

const list = z
  .string()
  .max(5_000)
  .transform((text) => text.split(",").filter(Boolean))
  .optional()

export const ListEvents = z.strictObject({
  ...paging,
  q: search,
  names: list,
  source: z.string().max(100).optional(),
  profile_id: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
})
export type ListEvents = z.infer<typeof ListEvents>

export const ListNames = z.strictObject({ q: search })
export type ListNames = z.infer<typeof ListNames>
