import { z } from "@medusajs/framework/zod"
import type { SqlFragment } from "../../../lib/db"
import type { Rules } from "../../../rules/ast"
import type { CampaignTrigger, TriggerOf, TriggerType } from "../../../types/campaign-trigger"
import type { Ids, Known } from "../flow/known-things"

/**
 * Tables that are asked for by their ids: a look remembers the highest it has seen. Of segments it is only to be known
 * whether somebody moved: the news of it goes when it was told.
 */
export const MARKED_TABLES = {
  segment_news: "engage_segment_news",
  event: "engage_event",
  session: "engage_session",
  value_log: "engage_value_log",
  consent_log: "engage_consent_log",
  message_event: "engage_message_event",
  profile: "engage_profile",
  step_done: "engage_step_done",
  stock_change: "engage_stock_change",
} as const
export type MarkedTable = keyof typeof MARKED_TABLES

/** Those of them that can be asked for by time as well: a row's person may become known after it was written. */
export const BY_TIME_TOO: MarkedTable[] = ["event", "session", "segment_news"]

/**
 * Where a type of trigger finds what happened.
 *
 * `find` is a select of `profile_id`, `key` (of what happened: nobody comes in by one key twice), `at` and `context`
 * (jsonb). Besides its own parameters it can name `:since` and `:now` (what to look at), `:live_since` (nothing from
 * before counts), `:mark` (only ids above it) and `:zone` (the shop's).
 */
export type TriggerSource<Type extends TriggerType> = {
  /** What it is told, without its type. */
  schema: z.ZodRawShape
  find: (trigger: TriggerOf<Type>) => SqlFragment
  /** `find` for looking back from `:since` on, where that is to be read from somewhere else. */
  past?: (trigger: TriggerOf<Type>) => SqlFragment
  /** Why it cannot be published as it is. */
  problem?: (trigger: TriggerOf<Type>, known: Known) => string | undefined
  /** What it asks in the words of rules, to be checked as they are; nothing when left out. */
  asks?: (trigger: TriggerOf<Type>) => Rules | undefined
  /** Things of the shop that it names. */
  uses?: (trigger: TriggerOf<Type>) => Partial<Ids>
  mark?: MarkedTable
  /** Looked for so often, in ms; at every round when left out. Such a trigger cannot be waited for. */
  every?: number
  /** Whether the shop's prices and stock have to be watched for it; what was before is not known then. */
  stock?: boolean
  /** A select that is empty as long as nothing of its kind was ever noted; what was before is not known then. */
  noted?: string
}

/** A source as it is called without knowing its type. */
export type AnySource = Omit<
  TriggerSource<TriggerType>,
  "find" | "past" | "problem" | "asks" | "uses"
> & {
  find: (trigger: CampaignTrigger) => SqlFragment
  past?: (trigger: CampaignTrigger) => SqlFragment
  problem?: (trigger: CampaignTrigger, known: Known) => string | undefined
  asks?: (trigger: CampaignTrigger) => Rules | undefined
  uses?: (trigger: CampaignTrigger) => Partial<Ids>
}

export const MINUTE_MS = 60_000
/** For what a look at everybody is needed: it may be a quarter of an hour late. */
export const CALENDAR_MS = 15 * MINUTE_MS

/**
 * Numbers are given out before they are committed: a look at everything goes a little further back, and the key of what
 * let a person in keeps it from counting twice.
 */
export const OVERLAP_IDS = 1_000

/** What has to be said, as a shape of strings that lists share. */
export const ids = z.array(z.string().min(1).max(200)).max(200)
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 09:30")
export const days = z.number().int().min(1).max(3_650)
export const onDay = { offset: z.number().int().min(-365).max(365), time }
export const delay = z.strictObject({
  amount: z.number().int().min(1).max(10_000),
  unit: z.enum(["minutes", "hours", "days"]),
})
