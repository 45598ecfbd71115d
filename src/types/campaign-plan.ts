import type { Rules } from "../rules/ast"
import type { CascadeStep } from "./cascade"
import type { ErrandStep } from "./campaign-errand"
import type { SplitWinner } from "./campaign-split"
import type { CampaignTrigger, Delay } from "./campaign-trigger"
import type { SendingChannel } from "./common"
import type { AttributionTerms } from "./attribution"

/** How often one person may come in. */
export type Reentry =
  | { mode: "once" }
  | { mode: "always" }
  /** Not before so many days after they came in last, or left. */
  | { mode: "after_days"; days: number; from?: "entry" | "exit" }
  /** So many times in all. */
  | { mode: "at_most"; times: number }
  /** Again as soon as they are through. */
  | { mode: "one_at_a_time" }
  /** Once for each order, cart or product. */
  | { mode: "per_object" }

export const WAIT_UNITS = ["minutes", "hours", "days"] as const
export type WaitUnit = (typeof WAIT_UNITS)[number]

/** Sends a message; the type is its channel. */
export type MessageStep<Channel extends SendingChannel = SendingChannel> = {
  type: Channel
  template_id: string | null
  /** Only to those of whom what let them in still holds: the cart is open, the goods can be had, the order stands. */
  recheck?: boolean
  /** Further channels, in order, for those whom the one before does not reach. */
  cascade?: CascadeStep[]
  /** Whom e-mail comes from: `shop` (the default), `rules` for what fits each person, or the id of a sender. */
  sender?: string
  /** What becomes of the message is waited for, so long at most. The ways out are then `messageWays`. */
  outcome?: { until: MessageOutcome; for: Delay }
  next: Record<string, string | null>
}

/** What can become of a message: the service tells that it arrived, or the person saw or opened it. */
export const MESSAGE_OUTCOMES = ["delivered", "seen"] as const
export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number]

/** The ways out of a step that sends, as long as it waits for an outcome or for none. */
export function messageWays({ outcome }: Pick<MessageStep, "outcome">): string[] {
  return outcome ? [outcome.until, `not_${outcome.until}`, "not_sent"] : ["sent", "not_sent"]
}

export const FILTER_MATCHES = ["both", "either"] as const

/** Asks who somebody is, what let them in, or both. */
export type FilterStep = {
  type: "filter"
  /** Who they are; null when it is not asked. */
  rules: Rules | null
  /** What let them in: all of it must hold. Not asked when left out. */
  conditions?: ContextCondition[]
  /** Where both is asked, whether `both` must hold, as when left out, or `either`. */
  match?: (typeof FILTER_MATCHES)[number]
  next: { yes: string | null; no: string | null }
}

/** One step; `next` names the step that follows at each of its ways out, or null where the way ends. */
export type CampaignStep =
  | {
      type: "wait"
      for: { amount: number; unit: WaitUnit }
      /** Whether one that ends on a holiday of the shop ends on the next other day, at the same time. */
      skip_holidays?: boolean
      next: { next: string | null }
    }
  | {
      type: "wait_until"
      /** `HH:mm` where the person lives. */
      time: string
      /** 1 is Monday; empty for any day. */
      weekdays: number[]
      /** Whether holidays of the shop are left out. */
      skip_holidays?: boolean
      next: { next: string | null }
    }
  | FilterStep
  | {
      type: "split"
      shares: number[]
      /** Whether it looks for its best way; left out, it splits for ever. */
      winner?: SplitWinner | null
      next: Record<string, string | null>
    }
  | { [Type in SendingChannel]: MessageStep<Type> }[SendingChannel]
  | {
      type: "audience"
      audience_id: string | null
      action: "add" | "remove"
      next: { next: string | null }
    }
  | {
      type: "wait_event"
      /** What is waited for; the first that comes decides the way: `a` for the first of them, `b` for the second … */
      events: CampaignTrigger[]
      /** Only what is about the same order, cart or product as what let them in. */
      same: boolean
      timeout: Delay
      next: Record<string, string | null>
    }
  /** The first rule that matches decides the way: `a`, `b` …, or `else`. */
  | { type: "branches"; branches: Rules[]; next: Record<string, string | null> }
  | {
      type: "limit"
      total: number | null
      /** By the shop's days. */
      per_day: number | null
      next: { in: string | null; over: string | null }
    }
  | {
      type: "field"
      field: string
      /** How the field changes; `set` when left out. */
      change?: FieldChange
      /** The value, the number to add, the days from today, or the key of what let them in. */
      value: string
      next: { next: string | null }
    }
  | { type: "tag"; tags: string[]; action: "add" | "remove"; next: { next: string | null } }
  /** Asks an earlier question again: who still matches the rule of that filter. */
  | { type: "refresh"; step: string | null; next: { yes: string | null; no: string | null } }
  | {
      type: "wait_date"
      /** One of the shop's own date fields. */
      field: string
      /** So many days after it, or before it when below 0. */
      offset: number
      /** `HH:mm` where the person lives. */
      time: string
      /** Whether a day that is a holiday of the shop becomes the next other day, at the same time. */
      skip_holidays?: boolean
      next: { reached: string | null; no_date: string | null }
    }
  /** Ends the way, with a reason that the report counts. */
  | { type: "exit"; reason: string; next: Record<string, never> }
  | ErrandStep
export type StepType = CampaignStep["type"]
export type SplitStep = Extract<CampaignStep, { type: "split" }>

/**
 * What a field becomes: a value, the number it was and so many more, the day so many days from today where the person
 * lives, what let them in says, or nothing.
 */
export const FIELD_CHANGES = ["set", "add", "days", "trigger", "clear"] as const
export type FieldChange = (typeof FIELD_CHANGES)[number]

export const CONTEXT_OPERATORS = ["is", "is_not", "gte", "lte", "contains"] as const

/** What must hold of what let somebody in, such as the total of the order. Money is in minor units. */
export type ContextCondition = {
  key: string
  operator: (typeof CONTEXT_OPERATORS)[number]
  value: string
}

/** The steps of a campaign and which comes first. In version 1, what let people in was asked by a step of its own. */
export type CampaignGraph = {
  version: 2
  first: string | null
  steps: Record<string, CampaignStep>
}

/** Everything of a campaign that is published as one. */
export type CampaignPlan = {
  trigger: CampaignTrigger | null
  /** Who may come in, besides; null for everybody. */
  entry_rules: Rules | null
  reentry: Reentry
  /** So many percent of those who would come in are kept out to compare with, always the same people; 0 is nobody. */
  holdout?: number
  /** An order after coming in ends the campaign for the person. */
  exit_on_order: boolean
  /** How often it is looked for people whom nothing lets in at a moment, in minutes; as is usual when left out. */
  look_every?: number
  /** What ends it for the person as reached; none when left out. */
  goal?: CampaignTrigger | null
  topic: string
  attribution_days: number | null
  attribution_terms?: AttributionTerms
  graph: CampaignGraph
}
