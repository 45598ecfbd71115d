import { z } from "@medusajs/framework/zod"
import { SUPPRESSION_REASONS } from "../../../../types/deliverability"
import { paging, search } from "../../../paging"

export const ListSuppressions = z.strictObject({
  ...paging,
  q: search,
  reason: z.enum(SUPPRESSION_REASONS).optional(),
})
export type ListSuppressions = z.infer<typeof ListSuppressions>

const channel = z.enum(["email", "sms"]).default("email")

export const AddSuppression = z.strictObject({
  channel,
  address: z.string().trim().min(3).max(320),
  note: z.string().trim().max(300).nullable().default(null),
})
export type AddSuppression = z.infer<typeof AddSuppression>

export const ReleaseSuppression = z.strictObject({ channel, address: z.string().trim().max(320) })
export const EndStorm = z.strictObject({
  domain: z.string().trim().toLowerCase().min(3).max(253),
  dead: z.boolean(),
})
export type EndStorm = z.infer<typeof EndStorm>
export type ReleaseSuppression = z.infer<typeof ReleaseSuppression>
