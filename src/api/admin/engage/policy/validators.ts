import { z } from "@medusajs/framework/zod"
import { CHANNELS } from "../../../../types/common"
import { RULE_KINDS, RULE_PEOPLE, RULE_TYPES } from "../../../../types/policy"

/** A rule longer than this would have to look through too many messages. */
const MAX_HOURS = 24 * 92

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 21:00")
  .nullable()

const fields = {
  name: z.string().trim().min(1, "must not be empty").max(100),
  type: z.enum(RULE_TYPES),
  channel: z.enum(CHANNELS).nullable(),
  topic: z.string().max(100).nullable(),
  kind: z.enum(RULE_KINDS).nullable(),
  people: z.enum(RULE_PEOPLE),
  segment_ids: z.array(z.string().max(100)).max(20),
  max_messages: z.number().int().min(1).max(1_000).nullable(),
  per_hours: z.number().int().min(1).max(MAX_HOURS).nullable(),
  quiet_from: time,
  quiet_to: time,
  behaviour: z.enum(["skip", "delay"]),
  max_delay_hours: z.number().int().min(1).max(720),
  priority: z.number().int().min(0).max(1_000),
  enabled: z.boolean(),
}

export const CreateRule = z.strictObject({
  ...fields,
  channel: fields.channel.default(null),
  topic: fields.topic.default(null),
  kind: fields.kind.default(null),
  people: fields.people.default("all"),
  segment_ids: fields.segment_ids.default([]),
  max_messages: fields.max_messages.default(null),
  per_hours: fields.per_hours.default(null),
  quiet_from: fields.quiet_from.default(null),
  quiet_to: fields.quiet_to.default(null),
  max_delay_hours: fields.max_delay_hours.default(72),
  priority: fields.priority.default(0),
  enabled: fields.enabled.default(true),
})
export type CreateRule = z.infer<typeof CreateRule>

export const UpdateRule = z.strictObject(fields).partial()
export type UpdateRule = z.infer<typeof UpdateRule>

export const SaveControlGroup = z.strictObject({
  percent: z.number().min(0).max(50),
  /** Draws other people than before. */
  redraw: z.boolean().default(false),
})
export type SaveControlGroup = z.infer<typeof SaveControlGroup>

const percent = z.number().gt(0).max(100)

export const SaveBrake = z.strictObject({
  enabled: z.boolean(),
  after: z.number().int().min(50).max(100_000),
  bounce_percent: percent,
  complaint_percent: percent,
})
export type SaveBrake = z.infer<typeof SaveBrake>

export const ReadControlReport = z.strictObject({
  days: z.coerce.number().int().min(1).max(365).default(90),
})
export type ReadControlReport = z.infer<typeof ReadControlReport>
