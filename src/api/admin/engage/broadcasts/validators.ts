import { z } from "@medusajs/framework/zod"
import { attributionDays, attributionTerms } from "../../../../modules/campaign/attribution"
import { BROADCAST_STATUSES, PEOPLE_KINDS, SKIP_REASONS } from "../../../../types/broadcast"
import { SERIES_ACTIONS } from "../../../../types/broadcast-series"
import { SENDING_CHANNELS } from "../../../../types/common"
import { filed, folder } from "../../../filed"
import { paging, search } from "../../../paging"
import { plan } from "./plan"

const MAX_EXCLUDED = 20

const name = z.string().trim().min(1, "must not be empty").max(200)
const id = z.string().max(100)

const fields = {
  folder,
  channel: z.enum(SENDING_CHANNELS),
  topic: z.string().max(100),
  segment_id: id.nullable(),
  exclude_segment_ids: z.array(id).max(MAX_EXCLUDED),
  template_id: id.nullable(),
  attribution_days: attributionDays,
  attribution_terms: attributionTerms,
  plan,
}

export const ListBroadcasts = z.strictObject({
  ...paging,
  q: search,
  status: z.enum(BROADCAST_STATUSES).optional(),
  ...filed,
})
export type ListBroadcasts = z.infer<typeof ListBroadcasts>

export const CreateBroadcast = z.strictObject({
  name,
  folder: folder.default(""),
  channel: fields.channel.default("email"),
  topic: fields.topic.default("news"),
  segment_id: fields.segment_id.default(null),
  exclude_segment_ids: fields.exclude_segment_ids.default([]),
  template_id: fields.template_id.default(null),
  attribution_days: fields.attribution_days.default(null),
  attribution_terms: fields.attribution_terms.default({}),
  plan: fields.plan.default({}),
})
export type CreateBroadcast = z.infer<typeof CreateBroadcast>

export const UpdateBroadcast = z.strictObject({ name, ...fields, archived: z.boolean() }).partial()
export type UpdateBroadcast = z.infer<typeof UpdateBroadcast>

export const ListRuns = z.strictObject(paging)
export type ListRuns = z.infer<typeof ListRuns>

export const SteerSeries = z.strictObject({ action: z.enum(SERIES_ACTIONS) })
export type SteerSeries = z.infer<typeof SteerSeries>

export const PickWinner = z.strictObject({ variant: z.number().int().min(0).max(4) })
export type PickWinner = z.infer<typeof PickWinner>

export const ReviseBroadcast = z.strictObject({ template_id: id })
export type ReviseBroadcast = z.infer<typeof ReviseBroadcast>

export const ListPeople = z.strictObject({
  ...paging,
  kind: z.enum(PEOPLE_KINDS).default("audience"),
  reason: z.enum(SKIP_REASONS).optional(),
  rule: id.optional(),
  link: z.coerce.number().int().min(0).max(10_000).optional(),
})
export type ListPeople = z.infer<typeof ListPeople>
