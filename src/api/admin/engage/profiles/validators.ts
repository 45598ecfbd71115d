import { z } from "@medusajs/framework/zod"
import { PROFILE_ORDERS } from "../../../../modules/profile/read/list"
import { ANY_TOPIC, CHANNELS } from "../../../../types/common"
import { TIMELINE_KINDS, type TimelineKind } from "../../../../types/profile"
import { paging, search } from "../../../paging"

type OrderKey = keyof typeof PROFILE_ORDERS
type Order = OrderKey | `-${OrderKey}`
const KEYS = Object.keys(PROFILE_ORDERS) as OrderKey[]
const ORDERS: Order[] = KEYS.flatMap((key) => [key, `-${key}` as const])

export const ListProfiles = z.strictObject({
  ...paging,
  q: search,
  order: z.enum(ORDERS).default("-last_order_at"),
  segment_id: z.string().max(100).optional(),
})
export type ListProfiles = z.infer<typeof ListProfiles>

const kinds = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.enum(TIMELINE_KINDS)))

export const ListTimeline = z.strictObject({
  ...paging,
  kinds: kinds.default([...TIMELINE_KINDS] as TimelineKind[]),
})
export type ListTimeline = z.infer<typeof ListTimeline>

export const SetConsent = z.strictObject({
  channel: z.enum(CHANNELS),
  topic: z.string().max(100).default(ANY_TOPIC),
  state: z.enum(["subscribed", "unsubscribed"]),
  reason: z.string().trim().min(3, "say why in a few words: it is part of the proof").max(500),
})
export type SetConsent = z.infer<typeof SetConsent>
