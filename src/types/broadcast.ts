import type { CascadeForecast, CascadeStep } from "./cascade"
import type { AttributionTerms } from "./attribution"
import type { CostForecast } from "./cost"
import type { Iso, SendingChannel } from "./common"
import type { Braked } from "./policy"
import type { MessageState, ProfileListItem } from "./profile"

export const BROADCAST_STATUSES = [
  "draft",
  "scheduled",
  "freezing",
  "sending",
  "paused",
  "cancelled",
  "completed",
  "partly_failed",
] as const
export type BroadcastStatus = (typeof BROADCAST_STATUSES)[number]

/** A broadcast that waits for its time or is being sent cannot be put away. */
export const ON_ITS_WAY: BroadcastStatus[] = ["scheduled", "freezing", "sending", "paused"]

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

/** Why messages of a broadcast wait, and until when if that is known. */
export type Waiting = {
  why: "schedule" | "audience" | "paused" | "hours" | "limit" | "provider" | "winner" | "queue"
  until: Iso | null
  /** When the last message is likely to have left. */
  eta: Iso | null
}

/** A segment or a frozen audience, by its name. */
export type Target = { kind: "segment" | "audience"; id: string; name: string }

export type Broadcast = {
  id: string
  name: string
  /** The empty one is none. */
  folder: string
  /** Words by which it is found again, in the order of the alphabet. */
  tags: string[]
  status: BroadcastStatus
  /** What the runs of a repeating broadcast have in common, from its first run on. */
  series_id: string | null
  channel: SendingChannel
  topic: string
  /** Whom it goes to. */
  segment: Target | null
  /** Whom it leaves out. */
  exclude_segments: Target[]
  /** `subject` of a text message is its text. */
  template: { id: string; name: string; channel: SendingChannel; subject: string } | null
  /** Days after sending in which a purchase may be credited to the broadcast; null: as the shop has it, terms included. */
  attribution_days: number | null
  attribution_terms: AttributionTerms
  plan: BroadcastPlan
  /** When a scheduled broadcast's audience is taken and the first message may leave. */
  collect_at: Iso | null
  /** What kept a scheduled broadcast from starting. */
  note: string | null
  /** When it was put away. */
  archived_at: Iso | null
  progress: Progress | null
  /** `null` when nothing waits. */
  waiting: Waiting | null
  created_at: Iso
  updated_at: Iso
  started_at: Iso | null
  finished_at: Iso | null
}

/** The ledger's invariant: `frozen = accepted + failed + skipped + uncertain + waiting`. */
export type Progress = {
  frozen: number
  waiting: number
  accepted: number
  failed: number
  skipped: number
  uncertain: number
  /** Messages accepted in the last ten seconds, per second. */
  rate: number
  /** When the next and the last of those that wait may leave; `null` when none does. */
  next_at: Iso | null
  last_at: Iso | null
  /** How many of those that wait do so for the winner of a test. */
  held: number
  /** Most messages a minute, if there is a limit. */
  per_minute: number | null
  last_error: string | null
  /** When too much came back it was stopped by itself, once. */
  braked: Braked | null
}

/** Why a person of the audience got no message. */
export const SKIP_REASONS = [
  "no_address",
  "invalid_address",
  "not_subscribed",
  "topic_unsubscribed",
  "suppressed",
  "excluded",
  "removed",
  "cancelled",
  "render_error",
  "control_group",
  "expired",
  "sampled_out",
  "held_out",
  "policy",
  "reached",
  "capped",
  "frequency",
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Answer of `POST /admin/engage/broadcasts/:id/review`. */
export type BroadcastReview = {
  audience: number
  will_send: number
  excluded: { reason: SkipReason; count: number }[]
  /** What the contact policy would do if the messages left now. */
  policy: { rule: { id: string; name: string }; left_out: number; delayed: number }[]
  /** When its audience is taken; `null` for one that starts at once. */
  starts_at: Iso | null
  /** When how many messages are planned for, earliest first. */
  times: { at: Iso; count: number }[]
  /** With best hours: the shop's, and how many get it at each of the 24 hours of their own day. */
  best: { hour: number; people: number[] } | null
  /** What the further channels of a cascade will do. */
  cascade: CascadeForecast[]
  /** `null` when no channel has a price. */
  cost: CostForecast | null
  /** Base currency of the cost. */
  currency: string
  sample: ProfileListItem[]
  checks: ReviewCheck[]
  channel: SendingChannel
  provider: string
  /** The one who is chosen, or the shop's, which writes where no rule fits. */
  sender: { name: string; email: string; by_rules: boolean }
  data_as_of: Iso | null
}

/** Something that was looked at before sending; `details` are more of the same. A blocker keeps it from starting. */
export type ReviewCheck = {
  level: "blocker" | "warning" | "ok"
  key: string
  message: string
  details?: string[]
}

export const PEOPLE_KINDS = [
  "audience",
  "accepted",
  "delivered",
  "opened",
  "clicked",
  "ordered",
  "bounced",
  "complained",
  "unsubscribed",
  "failed",
  "skipped",
  "uncertain",
  "waiting",
] as const
export type PeopleKind = (typeof PEOPLE_KINDS)[number]

/** One person on a broadcast's people page. */
export type BroadcastPerson = ProfileListItem & {
  message_id: string
  state: MessageState
  reason: string | null
  /** Name of the contact rule that is the reason. */
  rule: string | null
  at: Iso | null
}
