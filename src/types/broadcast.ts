import type { CascadeForecast } from "./cascade"
import type { AttributionTerms } from "./attribution"
import type { CostForecast } from "./cost"
import type { Iso, SendingChannel } from "./common"
import type { Braked } from "./policy"
import type { MessageState, ProfileListItem } from "./profile"
import type { BroadcastPlan } from "./broadcast-plan"

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
