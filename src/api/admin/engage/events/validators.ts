import { z } from "@medusajs/framework/zod"
import { splitNames } from "../../../../types/event"
import { instant, paging, search } from "../../../paging"

const names = z.string().max(5_000).transform(splitNames).optional()

const filters = {
  q: search,
  names,
  source: z.string().max(100).optional(),
  profile_id: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
}

export const EventsFile = z.strictObject(filters)
export type EventsFile = z.infer<typeof EventsFile>

export const ListEvents = z.strictObject({ ...paging, ...filters })
export type ListEvents = z.infer<typeof ListEvents>

export const ListNames = z.strictObject({ q: search })
export type ListNames = z.infer<typeof ListNames>
