import { z } from "@medusajs/framework/zod"
import { OUTBOUND_TYPES, type OutboundType } from "../../../../modules/outbound/feed/catalogue"
import { instant, paging } from "../../../paging"

const url = z.string().trim().min(1, "must not be empty").max(2_000)
const description = z.string().trim().max(200)
const isType = (text: string) => OUTBOUND_TYPES.some((type) => type === text)
const types = z
  .array(
    z
      .string()
      .refine(isType, "types: no such event; GET /admin/engage/webhook-event-types lists them")
  )
  .max(100)
  .refine((all) => all.length > 0, "types: choose at least one event")
  .transform((all) => [...new Set(all)] as OutboundType[])

export const CreateWebhook = z.strictObject({ url, description: description.default(""), types })
export type CreateWebhook = z.infer<typeof CreateWebhook>

export const UpdateWebhook = z
  .strictObject({
    url,
    description,
    types,
    /** `active` lets it go on, also after it was stopped. */
    status: z.enum(["active", "paused"]),
  })
  .partial()
export type UpdateWebhook = z.infer<typeof UpdateWebhook>

export const ReplayFailed = z.strictObject({
  /** What happened from this time on. */
  since: instant.transform((text) => new Date(text)),
})
export type ReplayFailed = z.infer<typeof ReplayFailed>

export const ListDeliveries = z.strictObject({
  ...paging,
  state: z.enum(["waiting", "done", "failed"]).optional(),
  type: z.string().max(100).optional(),
})
export type ListDeliveries = z.infer<typeof ListDeliveries>
