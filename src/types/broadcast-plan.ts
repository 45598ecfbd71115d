import type { CascadeStep } from "./cascade"

/** When and how a broadcast is sent. */
export type BroadcastPlan = {
  schedule: Schedule
  /** Hours of the recipient's day, `HH:mm`, in which messages may arrive; outside they wait for the next day's. */
  window: { from: string; to: string }
  /** Sends at whatever hour it is where the recipient lives. */
  deliver_immediately: boolean
  /** Messages that would be due on a holiday of the shop, where the recipient lives, wait for the next other day. */
  skip_holidays?: boolean
  /** A message that could not leave within so many hours after its time is not sent any more. */
  lifetime_hours: number | null
  /** At most so many messages a minute. */
  per_minute: number | null
  /** A random part of the audience, always the same for one broadcast: so many people, or percent. */
  limit: Sample | null
  /** Leaves out who had as much already. */
  cap: Cap | null
  /** Several contents, each to a random share of the audience; always the same people for one broadcast. */
  ab: AbTest | null
  /** What it is to bring. */
  goal: Goal | null
  /** Further channels, in order, for those whom the one before does not reach. */
  cascade: CascadeStep[]
  /** Whom e-mail comes from: `shop`, `rules` for what fits each person, or the id of a sender. */
  sender: string
}

/** `by`: groups of which each has the same share of the sample as of all who can be reached. */
export type Sample = { kind: "count" | "percent"; value: number; by?: SampleGroups | null }
/** Groups by RFM, or by the first of some segments that somebody is in; whoever is in none makes up one more. */
export type SampleGroups = { kind: "rfm" } | { kind: "segments"; segment_ids: string[] }

export const CAP_SCOPES = ["series", "folder"] as const
/**
 * Nobody gets more than so many messages of the runs of a repeating broadcast, or of the broadcasts of its folder, in so many
 * days of the calendar, its own day included.
 */
export type Cap = { of: (typeof CAP_SCOPES)[number]; max: number; days: number }

export const GOAL_METRICS = ["ordered", "orders", "revenue", "clicked", "visited", "event"] as const
export type GoalMetric = (typeof GOAL_METRICS)[number]
/**
 * So many people who order, click, visit the shop or do what an event of the shop names; so many orders; or so much revenue in
 * minor units of the base currency.
 */
export type Goal = {
  metric: GoalMetric
  target: number
  /** Name of the event, of that kind. */
  event?: string
}

export type AbTest = {
  /** Two to five; what is `null` is as the broadcast has it. Shares in percent. */
  variants: {
    template_id: string | null
    subject: string | null
    /** By language, for those who read the message in one of its other languages. */
    subjects?: Record<string, string>
    /** As the plan's `sender`. */
    sender: string | null
    /** Another name for whoever sends. */
    sender_name: string | null
    share: number
  }[]
  /** Percent who get nothing, to compare with. */
  holdout: number
  /** Whoever is in no share waits for the best; `null`: nobody waits. */
  winner: {
    metric: WinnerMetric
    after_hours: number
    /** Chosen by itself when the time is over; else only by hand. */
    auto: boolean
  } | null
}

export const WINNER_METRICS = ["opens", "clicks", "revenue"] as const
export type WinnerMetric = (typeof WINNER_METRICS)[number]

/**
 * At once; at a wall time (`YYYY-MM-DDTHH:mm`) in a named zone (null: the shop's); at that time of each recipient; or in the
 * 24 hours after that, at the hour of the day that is best for each.
 */
export type Schedule = { mode: "now" } | TimedSchedule

export type TimedSchedule = { at: string; repeat?: Repeat | null } & (
  { mode: "at"; zone: string | null } | { mode: "local" } | { mode: "best" }
)

export const REPEATS = ["day", "week", "month"] as const
/** Again at the same time of each day, week or month, as a broadcast of its own. */
export type Repeat = {
  every: (typeof REPEATS)[number]
  /** Last day (`YYYY-MM-DD`) on which it may start; null: until it is ended. */
  until: string | null
  /** Day of the month that is meant where a shorter month has none. */
  day?: number
}

export const DEFAULT_PLAN: BroadcastPlan = {
  schedule: { mode: "now" },
  window: { from: "09:00", to: "21:00" },
  deliver_immediately: false,
  lifetime_hours: null,
  per_minute: null,
  limit: null,
  cap: null,
  ab: null,
  goal: null,
  cascade: [],
  sender: "shop",
}
