import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../../modules/profile/fields/coerce"
import { PROFILE_ORDERS } from "../../../../modules/profile/read/list"
import { ANY_TOPIC, CHANNELS, FREQUENCIES } from "../../../../types/common"
import { ORDERS_BEHIND, PROFILE_FILTERS } from "../../../../types/profile"
import { TIMELINE_KINDS, type TimelineKind } from "../../../../types/timeline"
import { instant, paging, search } from "../../../paging"

type OrderKey = keyof typeof PROFILE_ORDERS
type Order = OrderKey | `-${OrderKey}`
const KEYS = Object.keys(PROFILE_ORDERS) as OrderKey[]
const ORDERS: Order[] = KEYS.flatMap((key) => [key, `-${key}` as const])

export const ListProfiles = z.strictObject({
  ...paging,
  q: search,
  order: z.enum(ORDERS).default("-last_order_at"),
  segment_id: z.string().max(100).optional(),
  tag: z.string().max(100).optional(),
  filters: z
    .string()
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.enum(PROFILE_FILTERS)))
    .optional(),
})
export type ListProfiles = z.infer<typeof ListProfiles>

const kinds = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.enum([...TIMELINE_KINDS, "number"])))

export const ListTimeline = z.strictObject({
  ...paging,
  kinds: kinds.default([...TIMELINE_KINDS] as TimelineKind[]),
  q: search,
  from: instant.optional(),
  to: instant.optional(),
})
export type ListTimeline = z.infer<typeof ListTimeline>

export const SetConsent = z.strictObject({
  channel: z.enum(CHANNELS),
  topic: z.string().max(100).default(ANY_TOPIC),
  state: z.enum(["subscribed", "unsubscribed"]),
  /** How often the person wants to hear about the topic; left out, it stays. */
  frequency: z.enum(FREQUENCIES).optional(),
  reason: z.string().trim().min(3, "say why in a few words: it is part of the proof").max(500),
})
export type SetConsent = z.infer<typeof SetConsent>

const text = (max: number) => z.string().trim().max(max).nullable()
const oneOf = (pattern: RegExp, message: string) => z.string().regex(pattern, message).nullable()

export const UpdateProfile = z.strictObject({
  attributes: z
    .strictObject({
      first_name: text(100),
      last_name: text(100),
      email: z.email().max(320).nullable(),
      phone: text(40),
      gender: z.enum(["female", "male", "other"]).nullable(),
      birthday: z
        .string()
        .refine((day) => isDay(day) && day > "1900", "must be a day such as 1990-05-17")
        .nullable(),
      language: oneOf(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, "must be a language code such as de"),
      city: text(100),
      postal_code: text(20),
      country: oneOf(/^[a-z]{2}$/, "must be a lower-case ISO 3166-1 code such as de"),
    })
    .partial()
    .optional(),
  fields: z.record(z.string().max(40), z.unknown()).optional(),
  metrics: z.record(z.string().max(40), z.unknown()).optional(),
  reason: z.string().trim().max(500).optional(),
})
export type UpdateProfile = z.infer<typeof UpdateProfile>

export const ListOrders = z.strictObject({
  ...paging,
  behind: z.enum(ORDERS_BEHIND).optional(),
})
export type ListOrders = z.infer<typeof ListOrders>

export const ErasePerson = z.strictObject({
  /** The profile's id once more: erasing cannot be taken back. */
  confirm: z.string(),
  reason: z.string().trim().max(500).optional(),
})
export type ErasePerson = z.infer<typeof ErasePerson>

export const ReadPersonalData = z.strictObject({ format: z.enum(["json", "html"]).default("json") })
export type ReadPersonalData = z.infer<typeof ReadPersonalData>
