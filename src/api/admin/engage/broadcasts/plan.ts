import { z } from "@medusajs/framework/zod"
import { CAP_SCOPES, GOAL_METRICS, REPEATS, WINNER_METRICS } from "../../../../types/broadcast-plan"
import { cascadeSchema } from "../../../../modules/campaign/cascade/schema"
import { senderChoice, senderName } from "../../../../modules/delivery/senders/schema"
import { isDay } from "../../../../lib/is-day"
import { isTimeZone } from "../../../../lib/options"

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const WALL = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/

const time = z.string().regex(TIME, "must be a time such as 09:00")
const wall = z
  .string()
  .regex(WALL, "must be a date and time such as 2026-12-01T09:00")
  .refine((text) => isDay(text.slice(0, 10)), "there is no such day")
const zone = z.string().refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin")

const repeat = z
  .strictObject({
    every: z.enum(REPEATS),
    until: z.iso.date("must be a day such as 2026-12-31").nullable().default(null),
    day: z.number().int().min(1).max(31).optional(),
  })
  .nullish()

const schedule = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("now") }),
  z.strictObject({ mode: z.literal("at"), at: wall, zone: zone.nullable().default(null), repeat }),
  z.strictObject({ mode: z.literal("local"), at: wall, repeat }),
  z.strictObject({ mode: z.literal("best"), at: wall, repeat }),
])

const by = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("rfm") }),
    z.strictObject({
      kind: z.literal("segments"),
      segment_ids: z.array(z.string().max(100)).max(20),
    }),
  ])
  .nullish()

const limit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), value: z.number().int().min(1).max(100_000_000), by }),
  z.strictObject({ kind: z.literal("percent"), value: z.number().gt(0).max(100), by }),
])

const cap = z.strictObject({
  of: z.enum(CAP_SCOPES),
  max: z.number().int().min(1).max(1_000),
  days: z.number().int().min(1).max(92),
})

const subject = z.string().trim().max(500)
const share = z.number().min(0).max(100)
const ab = z.strictObject({
  variants: z
    .array(
      z.strictObject({
        template_id: z.string().max(100).nullable().default(null),
        subject: subject.nullable().default(null),
        subjects: z.record(z.string().max(35), subject.min(1)).default({}),
        sender: senderChoice.nullable().default(null),
        sender_name: senderName.nullable().default(null),
        share: share.gt(0),
      })
    )
    .min(2)
    .max(5),
  holdout: share.default(0),
  winner: z
    .strictObject({
      metric: z.enum(WINNER_METRICS),
      after_hours: z.number().int().min(1).max(720),
      auto: z.boolean().default(true),
    })
    .nullable()
    .default(null),
})

const goal = z
  .strictObject({
    metric: z.enum(GOAL_METRICS),
    target: z.number().int().min(1).max(1_000_000_000_000),
    event: z.string().trim().min(1).max(200).optional(),
  })
  .refine(({ metric, event }) => (metric === "event") === (event !== undefined), {
    path: ["event"],
    message: "goal.event: name the event for the metric event, and leave it out for all others",
  })

/** How a broadcast is sent; what is left out stays as it is. */
export const plan = z
  .strictObject({
    schedule,
    window: z.strictObject({ from: time, to: time }),
    deliver_immediately: z.boolean(),
    skip_holidays: z.boolean(),
    lifetime_hours: z.number().int().min(1).max(720).nullable(),
    per_minute: z.number().int().min(1).max(1_000_000).nullable(),
    limit: limit.nullable(),
    cap: cap.nullable(),
    ab: ab.nullable(),
    goal: goal.nullable(),
    cascade: cascadeSchema,
    sender: senderChoice,
  })
  .partial()
