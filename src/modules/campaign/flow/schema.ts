import { z } from "@medusajs/framework/zod"
import { attributionDays, attributionTerms } from "../attribution"
import { rulesSchema } from "../../../rules/schema"
import {
  CONTEXT_OPERATORS,
  FIELD_CHANGES,
  FILTER_MATCHES,
  MESSAGE_OUTCOMES,
  type MessageStep,
  messageWays,
  WAIT_UNITS,
} from "../../../types/campaign-plan"
import { SPLIT_METRICS } from "../../../types/campaign-split"
import { SENDING_CHANNELS } from "../../../types/common"
import { LOOK_MINUTES } from "../../../types/campaign-trigger"
import { MAX_TAG } from "../../../types/tag"
import { errandSchemas } from "../errand/schema"
import { senderChoice } from "../../delivery/senders/schema"
import { cascadeSchema } from "../cascade/schema"
import { stepId, to } from "./step-id"
import { upgraded } from "./upgrade"
import { delay, onDay } from "../triggers/source"
import { triggerSchema } from "../triggers/sources"

/** Most people that are kept out to compare with, in percent. */
const MAX_HOLDOUT = 50
/** Most steps of one campaign; far beyond what anybody can oversee. */
export const MAX_STEPS = 500

const one = z.strictObject({ next: to })

const message = z
  .strictObject({
    type: z.enum(SENDING_CHANNELS),
    template_id: z.string().max(100).nullable(),
    recheck: z.boolean().optional(),
    cascade: cascadeSchema.optional(),
    sender: senderChoice.optional(),
    outcome: z.strictObject({ until: z.enum(MESSAGE_OUTCOMES), for: delay }).optional(),
    next: z.record(z.string(), to),
  })
  .refine(hasWays, { error: "its ways out do not fit what is waited for", path: ["next"] })

function hasWays({ next, ...step }: Pick<MessageStep, "outcome" | "next">): boolean {
  const ways = messageWays(step)
  return Object.keys(next).length === ways.length && ways.every((way) => way in next)
}

const conditions = z
  .array(
    z.strictObject({
      key: z.string().trim().max(100),
      operator: z.enum(CONTEXT_OPERATORS),
      value: z.string().trim().max(500),
    })
  )
  .max(20)

const step = z.discriminatedUnion(
  "type",
  [
    z.strictObject({
      type: z.literal("wait"),
      for: z.strictObject({
        amount: z.number().int().min(1).max(10_000),
        unit: z.enum(WAIT_UNITS),
      }),
      skip_holidays: z.boolean().optional(),
      next: one,
    }),
    z.strictObject({
      type: z.literal("wait_until"),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 09:30"),
      weekdays: z.array(z.number().int().min(1).max(7)).max(7),
      skip_holidays: z.boolean().optional(),
      next: one,
    }),
    z.strictObject({
      type: z.literal("filter"),
      rules: rulesSchema.nullable(),
      conditions: conditions.optional(),
      match: z.enum(FILTER_MATCHES).optional(),
      next: z.strictObject({ yes: to, no: to }),
    }),
    z.strictObject({
      type: z.literal("split"),
      shares: z.array(z.number().int().min(1).max(99)).min(2).max(5),
      winner: z
        .strictObject({
          metric: z.enum(SPLIT_METRICS),
          after: z.strictObject({
            unit: z.enum(["days", "people"]),
            amount: z.number().int().min(1).max(100_000_000),
          }),
          auto: z.boolean(),
        })
        .nullish(),
      next: z.record(z.string().regex(/^[a-e]$/), to),
    }),
    message,
    z.strictObject({
      type: z.literal("audience"),
      audience_id: z.string().max(100).nullable(),
      action: z.enum(["add", "remove"]),
      next: one,
    }),
    z.strictObject({
      type: z.literal("wait_event"),
      events: z.array(triggerSchema).min(1).max(4),
      same: z.boolean(),
      timeout: delay,
      next: z.record(z.string().regex(/^([a-d]|timeout)$/), to),
    }),
    z.strictObject({
      type: z.literal("branches"),
      branches: z.array(rulesSchema).min(2).max(8),
      next: z.record(z.string().regex(/^([a-h]|else)$/), to),
    }),
    z.strictObject({
      type: z.literal("limit"),
      total: z.number().int().min(1).max(100_000_000).nullable(),
      per_day: z.number().int().min(1).max(100_000_000).nullable(),
      next: z.strictObject({ in: to, over: to }),
    }),
    z.strictObject({
      type: z.literal("field"),
      field: z.string().max(100),
      change: z.enum(FIELD_CHANGES).optional(),
      value: z.string().trim().max(500),
      next: one,
    }),
    z.strictObject({
      type: z.literal("tag"),
      tags: z.array(z.string().trim().min(1).max(MAX_TAG)).max(20),
      action: z.enum(["add", "remove"]),
      next: one,
    }),
    z.strictObject({
      type: z.literal("refresh"),
      step: stepId.nullable(),
      next: z.strictObject({ yes: to, no: to }),
    }),
    z.strictObject({
      type: z.literal("wait_date"),
      field: z.string().max(100),
      ...onDay,
      skip_holidays: z.boolean().optional(),
      next: z.strictObject({ reached: to, no_date: to }),
    }),
    z.strictObject({
      type: z.literal("exit"),
      reason: z.string().trim().max(80),
      next: z.strictObject({}),
    }),
    ...errandSchemas,
  ],
  { error: "graph.steps: there is no such type of step, or it is told something wrong" }
)

const reentry = z.discriminatedUnion(
  "mode",
  [
    z.strictObject({ mode: z.literal("once") }),
    z.strictObject({ mode: z.literal("always") }),
    z.strictObject({
      mode: z.literal("after_days"),
      days: z.number().int().min(1).max(3_650),
      from: z.enum(["entry", "exit"]).optional(),
    }),
    z.strictObject({ mode: z.literal("at_most"), times: z.number().int().min(1).max(1_000) }),
    z.strictObject({ mode: z.literal("one_at_a_time") }),
    z.strictObject({ mode: z.literal("per_object") }),
  ],
  { error: "reentry.mode: must be once, always, after_days, at_most, one_at_a_time or per_object" }
)

const graph = z.strictObject({
  version: z.literal(2),
  first: to,
  steps: z
    .record(stepId, step)
    .refine((steps) => Object.keys(steps).length <= MAX_STEPS, `at most ${MAX_STEPS} steps`),
})

/** A plan as the API takes it: its shape; whether it can be published says `planProblems`. */
export const planSchema = z.strictObject({
  trigger: triggerSchema.nullable(),
  entry_rules: rulesSchema.nullable(),
  reentry,
  holdout: z.number().int().min(0).max(MAX_HOLDOUT).optional(),
  exit_on_order: z.boolean(),
  look_every: z.number().int().min(LOOK_MINUTES.min).max(LOOK_MINUTES.max).optional(),
  goal: triggerSchema.nullable().optional(),
  topic: z.string().max(40),
  attribution_days: attributionDays,
  attribution_terms: attributionTerms.optional(),
  graph: z.preprocess(upgraded, graph),
})
