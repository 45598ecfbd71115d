import type { Iso } from "./common"
import type { ProfileListItem } from "./profile"
import type { Rules } from "../rules/ast"
import type { Use } from "./use"

export type Segment = {
  id: string
  name: string
  description: string
  folder: string
  /** Words by which it is found again, in the order of the alphabet. */
  tags: string[]
  /** Name of the admin user who made it; `null` when nobody is known. */
  owner: string | null
  /** Counts the rules it has had. */
  version: number
  archived_at: Iso | null
  rules: Rules
  /** The rule as one English sentence. */
  sentence: string
  /** What values of the rule stand for, such as product titles by product id. */
  names: Record<string, string>
  profiles: number | null
  /** Share of all profiles, 0 to 1. */
  share: number | null
  reachable_email: number | null
  reachable_sms: number | null
  orders: number | null
  /** Minor units of `currency`, like the two below. */
  revenue: number | null
  /** Share of what everybody brought, 0 to 1. */
  revenue_share: number | null
  aov: number | null
  /** Mean revenue per profile. */
  ltv: number | null
  currency: string
  /** When membership was last computed, and how long that took. */
  evaluated_at: Iso | null
  duration_ms: number | null
  /** When it is looked at over everybody again; changed people are looked at at once. */
  due_at: Iso | null
  error: string | null
  /** Broadcasts and other segments that use the segment. */
  used_in: Use[]
  created_at: Iso
  updated_at: Iso
}

/** A segment as lists have it: its rule only as a sentence. */
export type ListedSegment = Omit<Segment, "rules" | "names">

/** Answer of `POST /admin/engage/segments/preview`. */
export type SegmentPreview = {
  count: number
  base: number
  /** How many can be reached on each channel, and why the others cannot. */
  reach: Reach
  revenue: number
  aov: number | null
  ltv: number | null
  currency: string
  sentence: string
  /** What values of the rule stand for, such as product titles by product id. */
  names: Record<string, string>
  sample: ProfileListItem[]
  data_as_of: Iso | null
  duration_ms: number
}

/** People of a selection by how they can be reached; each is counted once a channel. */
export type ChannelReach = {
  reachable: number
  /** No address or number is known. */
  missing: number
  invalid: number
  /** Valid, but the person has not subscribed. */
  unsubscribed: number
}

/** Channels whose reach is told; those after text messages once there is somebody to be reached by them. */
export const REACH_CHANNELS = ["email", "sms", "viber", "whatsapp", "push", "telegram"] as const
export type ReachChannel = (typeof REACH_CHANNELS)[number]
export type Reach = Record<ReachChannel, ChannelReach>

/** Whether a channel interests a shop: e-mail and text messages always do, others from the first person on. */
export function showsReach(channel: ReachChannel, people: number): boolean {
  return channel === "email" || channel === "sms" || people > 0
}

/**
 * How many people a part of a rule finds by itself; for parts of the outermost group that is joined by "and" also how
 * many are left after it and those before it, and how many there would be without it.
 */
export type RulePartCount = {
  path: string
  alone: number
  left: number | null
  without: number | null
}

/** Answer of `POST /admin/engage/segments/counts`; `emptied_by` names the parts that leave nobody. */
export type RuleCounts = { parts: RulePartCount[]; emptied_by: string[]; duration_ms: number }

/** Whether a part of a rule holds for a person, and the value it was decided by, as text. */
export type RulePartReason = {
  path: string
  holds: boolean
  value: string | null
  has_value: boolean
}

/** Answer of `POST /admin/engage/segments/why`. */
export type RuleWhy = { matches: boolean; person: ProfileListItem; parts: RulePartReason[] }

/** A rule that a segment had. */
export type SegmentVersion = {
  version: number
  name: string
  rules: Rules
  sentence: string
  at: Iso
  actor: string | null
}

/** The customer group of the shop that follows a segment. */
export type SegmentGroup = {
  group_id: string
  /** `null` when the group is gone from the shop. */
  group_name: string | null
  synced_at: Iso | null
  error: string | null
  log: { at: Iso; added: number; removed: number; error: string | null }[]
}

/** A ready rule to start from. */
export type SegmentTemplate = {
  key: string
  name: string
  description: string
  rules: Rules
}

/** What an incomplete or wrong condition is answered with; `path` leads to it, e.g. `children.1.value`. */
export type RuleProblem = { path: string; message: string }

export type SegmentHistoryPoint = {
  /** YYYY-MM-DD in the shop's time zone. */
  day: string
  /** Its last count. */
  at: Iso
  profiles: number
  entered: number
  left: number
  orders: number
  /** Minor units of the shop's currency, like the two below. */
  revenue: number
  /** Average order; `null` without orders. */
  aov: number | null
  /** Revenue per person; `null` without people. */
  ltv: number | null
}

export const MOVE_DIRECTIONS = ["entered", "left"] as const
export type MoveDirection = (typeof MOVE_DIRECTIONS)[number]

/** Somebody who entered a segment, or left it. */
export type SegmentMove = ProfileListItem & { at: Iso }

export type SegmentMember = ProfileListItem & { entered_at: Iso }
