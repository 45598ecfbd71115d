import { z } from "@medusajs/framework/zod"
import { PLAIN_MAPPING } from "../../../../modules/profile/sources/mapping"
import { paging } from "../../../paging"

const name = z.string().trim().min(1, "must not be empty").max(100)
const path = z.string().trim().max(300)

const mapping = z.strictObject({
  each: path.default(""),
  name: path.min(1, "say where the event's name stands, or a fixed name after ="),
  at: path.default(""),
  message_id: path.default(""),
  email: path.default(""),
  customer_id: path.default(""),
  properties: z.record(z.string().trim().min(1).max(64), path).default({}),
})

export const CreateSource = z.strictObject({ name, mapping: mapping.default(PLAIN_MAPPING) })
export type CreateSource = z.infer<typeof CreateSource>

export const UpdateSource = z.strictObject({ name, mapping, active: z.boolean() }).partial()
export type UpdateSource = z.infer<typeof UpdateSource>

export const TrySource = z.strictObject({
  /** JSON text as the other side would send it. */
  body: z.string().max(262_144),
  /** A mapping that is not saved; the source's own, if left out. */
  mapping: mapping.optional(),
})
export type TrySource = z.infer<typeof TrySource>

export const ListRequests = z.strictObject(paging)
export type ListRequests = z.infer<typeof ListRequests>
